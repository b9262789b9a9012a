package unroll.message;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Which values a setting or an option takes, and how they are read and written wherever somebody types them.
 *
 * @param <T> type of a value
 */
public sealed interface SettingType<T> {
    /**
     * Reads a value.
     *
     * @param what the setting by the name that its user knows, to begin a sentence with: "The hidden size", "--hidden"
     * @throws ProblemException of {@link Reason#INVALID_VALUE}
     */
    T parse(String what, String text);

    /** The form that {@link #parse} reads. */
    String format(T value);

    /** All values there are; completes "choose …". */
    String expected();

    /** A value for a reader. */
    default String describe(T value) {
        return format(value);
    }

    /**
     * A whole number.
     *
     * @param unit what is counted, in the singular; empty where it needs no noun
     * @param zero what 0 stands for; empty where it is a number like others
     */
    record WholeNumber(NumericRange range, String unit, String zero) implements SettingType<Long> {
        public WholeNumber(NumericRange range) {
            this(range, "", "");
        }

        @Override
        public Long parse(String what, String text) {
            return range.parseWhole(what, text);
        }

        @Override
        public String format(Long value) {
            return Long.toString(value);
        }

        @Override
        public String expected() {
            return zero.isEmpty() ? range.words() : "%s (0: %s)".formatted(range.words(), zero);
        }

        @Override
        public String describe(Long value) {
            if (value == 0 && !zero.isEmpty()) {
                return zero;
            }
            return unit.isEmpty() ? format(value) : Wording.count(value, unit);
        }
    }

    /** A number that may have a fraction. */
    record Decimal(NumericRange range) implements SettingType<Double> {
        @Override
        public Double parse(String what, String text) {
            return range.parse(what, text);
        }

        @Override
        public String format(Double value) {
            return NumericRange.text(value);
        }

        @Override
        public String expected() {
            return range.words();
        }
    }

    /**
     * One of a few values, each with a word that is typed, in capitals or small letters.
     *
     * @param values simplest first
     * @param word how a value is typed
     * @param title a value for a reader
     * @param synonyms other words for values
     */
    record OneOf<T>(List<T> values, Function<T, String> word, Function<T, String> title, Map<String, T> synonyms)
            implements SettingType<T> {
        public OneOf(List<T> values, Function<T, String> word, Function<T, String> title) {
            this(values, word, title, Map.of());
        }

        @Override
        public T parse(String what, String text) {
            String wanted = Wording.cut(text.strip()).toLowerCase(Locale.ROOT);
            T synonym = synonyms.get(wanted);
            if (synonym != null) {
                return synonym;
            }
            return values.stream()
                    .filter(value -> word.apply(value).equals(wanted))
                    .findAny()
                    .orElseThrow(() -> Reason.INVALID_VALUE.exception(what, Wording.quote(text), expected()));
        }

        @Override
        public String format(T value) {
            return word.apply(value);
        }

        @Override
        public String expected() {
            return Wording.list(values.stream().map(word).toList(), "or");
        }

        @Override
        public String describe(T value) {
            return title.apply(value);
        }
    }

    /**
     * What has a written form of its own, such as a schedule.
     *
     * @param reader reads the form; refuses all else with a sentence
     * @param forms completes "choose …"
     */
    record WrittenForm<T>(Function<String, T> reader, Function<T, String> writer, String forms)
            implements SettingType<T> {
        @Override
        public T parse(String what, String text) {
            return reader.apply(text);
        }

        @Override
        public String format(T value) {
            return writer.apply(value);
        }

        @Override
        public String expected() {
            return forms;
        }
    }
}
