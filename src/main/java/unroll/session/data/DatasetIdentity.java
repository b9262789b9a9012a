package unroll.session.data;

import java.util.Arrays;
import unroll.corpus.Corpus;
import unroll.settings.Settings;
import unroll.task.TaskConfig;

/**
 * Tells what models learn from apart, and holds none of it: losses can be compared where these are equal.
 *
 * @param task and its options
 * @param name of the text or the pairs; empty where the task makes its own examples
 * @param length characters of it
 * @param frequencies a hash of how often each symbol occurs
 */
public record DatasetIdentity(TaskConfig task, String name, int length, int frequencies) {
    public static DatasetIdentity of(Settings settings, OpenedFiles opened) {
        TaskConfig task = settings.task();
        Corpus source = Dataset.source(task, opened);
        return source == null
                ? new DatasetIdentity(task, "", 0, 0)
                : new DatasetIdentity(task, source.name(), source.length(), Arrays.hashCode(source.frequencies()));
    }

    /** The text, or the task where it makes its own examples. */
    public String title() {
        return name.isEmpty() ? task.task().about().title() : name;
    }
}
