package unroll.task;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import unroll.message.Wording;

/**
 * A switch of a task, the same for the command line and the window.
 *
 * @param <T> its value
 */
public sealed interface TaskOption<T> {
    /** Its name: small letters. */
    String name();

    /** One line of help. */
    String help();

    /** The value it has where nothing is chosen. */
    T standard();

    /** What it may be, in words: "1 to 6", "true or false". */
    String range();

    /**
     * Reads the text form, which is the value's own.
     *
     * @throws IllegalArgumentException with a sentence where it is none
     */
    T parse(String text);

    /** A whole number from {@code least} to {@code most}. */
    record Whole(String name, String help, Integer standard, int min, int max) implements TaskOption<Integer> {
        @Override
        public String range() {
            return min + " to " + max;
        }

        @Override
        public Integer parse(String text) {
            try {
                int value = Integer.parseInt(text);
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw refusal(text, e);
            }
            throw refusal(text, null);
        }

        private IllegalArgumentException refusal(String text, @Nullable Exception cause) {
            return new IllegalArgumentException(
                    "\"%s\" cannot be %s; choose a whole number from %s.".formatted(name, Wording.quote(text), range()),
                    cause);
        }
    }

    /** On or off. */
    record Switch(String name, String help, Boolean standard) implements TaskOption<Boolean> {
        @Override
        public String range() {
            return "true or false";
        }

        @Override
        public Boolean parse(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default ->
                    throw new IllegalArgumentException(
                            "\"%s\" cannot be %s; choose %s.".formatted(name, Wording.quote(text), range()));
            };
        }
    }
}
