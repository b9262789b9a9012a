package unroll.task;

import java.util.Locale;
import unroll.message.ProblemException;
import unroll.message.Reason;
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
     * @throws ProblemException where it is none
     */
    T parse(String text);

    /** A whole number from {@code least} to {@code most}. */
    record Whole(String name, String help, Integer standard, int least, int most) implements TaskOption<Integer> {
        @Override
        public String range() {
            return least + " to " + most;
        }

        @Override
        public Integer parse(String text) {
            try {
                int value = Integer.parseInt(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Refused like a number that is out of range.
            }
            throw Reason.INVALID_OPTION.exception(name, Wording.quote(text), "a whole number from " + range());
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
                    throw Reason.INVALID_OPTION.exception(name, Wording.quote(text), range());
            };
        }
    }
}
