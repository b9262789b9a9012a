package unroll.session.data;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.message.ProblemException;
import unroll.settings.Settings;
import unroll.task.DataKind;
import unroll.task.Layout;
import unroll.task.TaskConfig;
import unroll.task.TaskData;
import unroll.task.TaskRequest;
import unroll.task.data.PairFile;

/**
 * What a model learns from.
 *
 * @param task and its options
 * @param data made by the task
 * @param source the text or pairs that they were made from, or null where the task made them itself
 */
public record Dataset(
        TaskConfig task, TaskData data, @Nullable Corpus source) {
    /** Data for these settings, of a new model. */
    public static Dataset of(Settings settings, OpenedFiles sources) {
        return of(settings, sources, null);
    }

    /**
     * Data for these settings.
     *
     * @param known the layout of the model that is to read them, or null where a new one is to be trained
     * @throws ProblemException where there is too little to learn from, or nothing the task could read
     * @throws ProblemException where the model lacks one of their symbols
     */
    public static Dataset of(Settings settings, OpenedFiles sources, @Nullable Layout known) {
        TaskConfig task = settings.task();
        TaskRequest request = TaskRequest.of(settings.training().seed(), settings.split());
        if (known != null) {
            request = request.withKnown(known);
        }
        Corpus source = source(task, sources);
        if (source != null && source == sources.pairs()) {
            request =
                    request.withPairs(PairFile.parse(source, task.task().about().type()));
        } else if (source != null) {
            request = request.withText(source);
        }
        return new Dataset(task, task.data(request), source);
    }

    /** What a task reads of what is open; null where it makes its examples itself. */
    static @Nullable Corpus source(TaskConfig task, OpenedFiles sources) {
        Set<DataKind> reads = task.task().reads();
        if (reads.contains(DataKind.PAIRS) && sources.pairs() != null) {
            return sources.pairs();
        }
        return reads.contains(DataKind.TEXT) ? sources.text() : null;
    }

    /** Whether a task's data are there as soon as its text is, without any work. */
    public static boolean isAtHand(Settings settings) {
        return settings.task().task().reads().equals(Set.of(DataKind.TEXT));
    }
}
