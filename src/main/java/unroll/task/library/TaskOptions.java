package unroll.task.library;

import org.apache.commons.rng.UniformRandomProvider;
import unroll.task.TaskOption;

/** What several tasks share. */
final class TaskOptions {
    /** The longest string a task makes or cuts. */
    static final int MAX_LENGTH = 200;

    private TaskOptions() {}

    /** How many different examples a generator draws, training and held out together. */
    static TaskOption<Long> examples(int standard) {
        return TaskOption.whole(
                "examples",
                "Distinct examples in total, divided between training, validation and test; fewer where no more exist.",
                standard,
                100,
                200_000);
    }

    /** The first letters of the alphabet at random, each as likely. */
    static String letters(int length, int alphabet, UniformRandomProvider random) {
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            letters.append((char) ('a' + random.nextInt(alphabet)));
        }
        return letters.toString();
    }
}
