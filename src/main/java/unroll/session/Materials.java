package unroll.session;

import org.jspecify.annotations.Nullable;
import unroll.corpus.CorpusException;
import unroll.corpus.Split;
import unroll.task.TaskChoice;

/** Makes what models learn from, and keeps what it made last of each sort. For any thread. */
final class Materials {
    /** Of tasks that have work to do for them. */
    private volatile @Nullable Kept made;

    /** Of a text as it is: whoever looks at the session makes these, and must not push out what took time. */
    private volatile @Nullable Kept atHand;

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
        Material material = Material.of(settings, sources);
        keep(settings, sources, material);
        return material;
    }

    /** What is at hand, or null. */
    @Nullable
    Material known(Settings settings, Sources sources) {
        Kept last = Material.isAtHand(settings) ? atHand : made;
        return last != null && last.needs.equals(Needs.of(settings, sources)) ? last.material : null;
    }

    /** These are the data for these settings, wherever they came from. */
    void keep(Settings settings, Sources sources, Material material) {
        Kept kept = new Kept(Needs.of(settings, sources), material);
        if (Material.isAtHand(settings)) {
            atHand = kept;
        } else {
            made = kept;
        }
    }
}
