package unroll.session;

import org.jspecify.annotations.Nullable;
import unroll.corpus.CorpusException;
import unroll.corpus.Split;
import unroll.task.TaskChoice;

/** Makes what models learn from, and keeps what it made last. For any thread. */
final class Materials {
    private volatile @Nullable Kept kept;

    /** What data depend on. */
    private record Needs(TaskChoice task, long seed, Split split, Sources sources) {
        static Needs of(Settings settings, Sources sources) {
            return new Needs(settings.task(), settings.training().seed(), settings.split(), sources);
        }
    }

    private record Kept(Needs needs, Material material) {}

    /**
     * Takes its time where the task has examples to make.
     *
     * @throws CorpusException as {@link Material#of}
     */
    Material get(Settings settings, Sources sources) throws CorpusException {
        Material known = known(settings, sources);
        if (known != null) {
            return known;
        }
        Material made = Material.of(settings, sources);
        kept = new Kept(Needs.of(settings, sources), made);
        return made;
    }

    /** What is at hand, or null. */
    @Nullable
    Material known(Settings settings, Sources sources) {
        Kept last = kept;
        return last != null && last.needs.equals(Needs.of(settings, sources)) ? last.material : null;
    }

    /** These are the data for these settings, wherever they came from. */
    void keep(Settings settings, Sources sources, Material material) {
        kept = new Kept(Needs.of(settings, sources), material);
    }
}
