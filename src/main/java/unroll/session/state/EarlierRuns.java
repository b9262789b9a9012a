package unroll.session.state;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a session can go back to beside its present run. Immutable.
 *
 * @param list runs that gave way to others, the newest last
 * @param stored what was held when a trained model was last replaced; null where none was
 */
public record EarlierRuns(List<EarlierRun> list, @Nullable SoftReference<Bookmark> stored) {
    /** Earlier runs of a session at most; the oldest goes first. */
    public static final int MAX_KEPT = 8;

    static final EarlierRuns NONE = new EarlierRuns(List.of(), null);

    public EarlierRuns {
        list = List.copyOf(list);
    }

    /** What was held when a trained model was last replaced; null where none was, or memory has run short since. */
    public @Nullable Bookmark setAside() {
        return stored == null ? null : stored.get();
    }

    /** One run more, which is what was set aside last. */
    EarlierRuns with(EarlierRun run) {
        Stream<EarlierRun> before = list.stream().skip(Math.max(0, list.size() - MAX_KEPT + 1));
        return new EarlierRuns(Stream.concat(before, Stream.of(run)).toList(), run.stored());
    }

    /** Without a run; what was set aside last is as it was. */
    public EarlierRuns without(EarlierRun run) {
        return new EarlierRuns(list.stream().filter(each -> each != run).toList(), stored);
    }

    /** Without any run; what was set aside last is as it was. */
    public EarlierRuns forgotten() {
        return new EarlierRuns(List.of(), stored);
    }

    /** After this was restored: without the run that left it, or else with the runs of its time. */
    EarlierRuns after(Bookmark restored) {
        List<EarlierRun> others =
                list.stream().filter(run -> run.bookmark() != restored).toList();
        return new EarlierRuns(others.size() < list.size() ? others : restored.earlierRuns(), stored);
    }
}
