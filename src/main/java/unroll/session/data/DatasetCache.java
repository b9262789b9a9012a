package unroll.session.data;

import org.jspecify.annotations.Nullable;
import unroll.corpus.Split;
import unroll.message.ProblemException;
import unroll.settings.Settings;
import unroll.task.TaskConfig;

/** Makes what models learn from, and keeps what it made last of each sort. For any thread. */
public final class DatasetCache {
    /** Of tasks that have work to do for them. */
    private volatile @Nullable Entry made;

    /** Of a text as it is: whoever looks at the session makes these, and must not push out what took time. */
    private volatile @Nullable Entry atHand;

    /** What data depend on. */
    private record Needs(TaskConfig task, long seed, Split split, OpenedFiles sources) {
        static Needs of(Settings settings, OpenedFiles sources) {
            return new Needs(settings.task(), settings.training().seed(), settings.split(), sources);
        }
    }

    private record Entry(Needs needs, Dataset dataset) {}

    /**
     * Takes its time where the task has examples to make.
     *
     * @throws ProblemException as {@link Dataset#of}
     */
    public Dataset get(Settings settings, OpenedFiles sources) {
        Dataset known = known(settings, sources);
        if (known != null) {
            return known;
        }
        Dataset dataset = Dataset.of(settings, sources);
        put(settings, sources, dataset);
        return dataset;
    }

    /** Whether both times the same is learned from. */
    public static boolean isSame(Settings settings, OpenedFiles sources, Settings others, OpenedFiles otherSources) {
        return settings == others && sources == otherSources
                || Needs.of(settings, sources).equals(Needs.of(others, otherSources));
    }

    /** What is at hand, or null. */
    public @Nullable Dataset known(Settings settings, OpenedFiles sources) {
        Entry last = Dataset.isAtHand(settings) ? atHand : made;
        return last != null && last.needs.equals(Needs.of(settings, sources)) ? last.dataset : null;
    }

    /** What these settings learn from, where nobody has to wait for it; otherwise null. */
    public @Nullable Dataset atHand(Settings settings, OpenedFiles opened) {
        try {
            return opened.text() != null && Dataset.isAtHand(settings)
                    ? get(settings, opened)
                    : known(settings, opened);
        } catch (ProblemException tooShort) {
            // Said when somebody wants to train on it.
            return null;
        }
    }

    /** These are the data for these settings, wherever they came from. */
    public void put(Settings settings, OpenedFiles sources, Dataset dataset) {
        Entry kept = new Entry(Needs.of(settings, sources), dataset);
        if (Dataset.isAtHand(settings)) {
            atHand = kept;
        } else {
            made = kept;
        }
    }
}
