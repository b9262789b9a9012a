package unroll.task;

import java.util.List;
import unroll.message.NumericRange;
import unroll.message.ProblemException;
import unroll.message.SettingType;

/**
 * A setting of one task, the same for the command line and the window.
 *
 * @param name small letters
 * @param help one line
 * @param standard the value it has where nothing is chosen
 * @param type which values it takes, and how they are read and written
 * @param <T> its value
 */
public record TaskOption<T>(String name, String help, T standard, SettingType<T> type) {
    /** The longest string a task makes or cuts. */
    public static final int MAX_LENGTH = 200;

    private static final SettingType<Boolean> TOGGLE =
            new SettingType.OneOf<>(List.of(true, false), String::valueOf, String::valueOf);

    /** A whole number from {@code min} to {@code max}. */
    public static TaskOption<Long> whole(String name, String help, int standard, int min, int max) {
        return new TaskOption<>(name, help, (long) standard, new SettingType.WholeNumber(NumericRange.whole(min, max)));
    }

    /** How many different examples a task makes, training and held out together. */
    public static TaskOption<Long> examples(int standard) {
        return whole(
                "examples",
                "Distinct examples in total, divided between training, validation and test; fewer where no more exist.",
                standard,
                100,
                200_000);
    }

    /** On or off. */
    public static TaskOption<Boolean> toggle(String name, String help, boolean standard) {
        return new TaskOption<>(name, help, standard, TOGGLE);
    }

    /**
     * Reads the text form, which is the value's own.
     *
     * @throws ProblemException where it is none
     */
    public T parse(String text) {
        return type.parse("The option " + name, text);
    }
}
