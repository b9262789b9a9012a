package unroll.session.race;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.session.run.RunProgress;

/**
 * The session's race. Immutable, apart from the run behind it, which belongs to the trainer's thread.
 *
 * @param run null where there is none
 * @param progress of its networks after the last whole turn: in the middle of one they are not at the same step
 * @param last how the race before stood when it was over
 */
public record CurrentRace(@Nullable RaceRun run, List<RunProgress> progress, RaceStatus last) {
    public static final CurrentRace NONE = new CurrentRace(null, List.of(), RaceStatus.NONE);

    /** How it stands. */
    public RaceStatus status() {
        return run == null ? last : run.status(progress);
    }

    /** Where it stands; cheaper than all of {@link #status()}. */
    public RaceStatus.RaceState state() {
        return run == null ? last.state() : RaceStatus.RaceState.of(progress);
    }

    /** After its networks were let go; how they stood can still be read. */
    public CurrentRace over() {
        return new CurrentRace(null, List.of(), status().over());
    }
}
