package unroll.checkpoint;

import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.task.Layout;
import unroll.task.TaskConfig;
import unroll.task.TaskData;

/**
 * What a model learned: enough to make its data again, and to know them from any other.
 *
 * @param task and its options
 * @param layout the symbols of the network, and how examples lie over its steps
 * @param fingerprint of the examples it was trained on; 0 where it reads a text in streams, which {@code source} tells apart
 * @param source the text or the file of pairs that the data come from; null where the task makes them itself
 */
public record TrainingData(
        TaskConfig task,
        Layout layout,
        long fingerprint,
        @Nullable TextSource source) {
    /**
     * Describes a task's data. Reads them through, so keep the answer.
     *
     * @param source what they were made from, or null
     */
    public static TrainingData of(TaskConfig task, TaskData data, @Nullable Corpus source) {
        return new TrainingData(task, data.layout(), fingerprint(data), source == null ? null : TextSource.of(source));
    }

    private static long fingerprint(TaskData data) {
        return data instanceof TaskData.ExampleSets examined
                ? examined.training().fingerprint()
                : 0;
    }

    /** Whether these are the very data it was trained on. Reads them through. */
    public boolean isOf(TaskData data) {
        if (!data.layout().equals(layout)) {
            return false;
        }
        return data instanceof TaskData.Streams text
                ? source != null && source.isOf(text.corpus())
                : fingerprint == fingerprint(data);
    }

    /** What sentences call the data: the name of the text or file, or the task's title. */
    public String name() {
        return source == null ? task.task().about().title() : source.name();
    }
}
