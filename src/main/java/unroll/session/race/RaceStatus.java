package unroll.session.race;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.session.run.Curves;
import unroll.session.run.Phase;
import unroll.session.run.RunProgress;
import unroll.settings.Setting;
import unroll.train.TrainingEvent;
import unroll.train.TrainingEvent.Failed;
import unroll.train.TrainingEvent.Finished;
import unroll.train.TrainingEvent.Sampled;

/**
 * One look at a race, for the screen; immutable.
 *
 * @param state of all of it
 * @param varied in what the networks differ; null where there was no race yet
 * @param guessing ln V, the loss of guessing in nats per character; NaN where there was no race yet
 * @param standings of the networks, in the order of the race
 */
public record RaceStatus(RaceState state, @Nullable Setting<?> varied, double guessing, List<Standing> standings) {
    public static final RaceStatus NONE = new RaceStatus(RaceState.NONE, null, Double.NaN, List.of());

    /** Where a race stands. */
    public enum RaceState {
        /** There was none yet. */
        NONE,
        RUNNING,
        /** Held, or all networks came to their end; they are kept. */
        PAUSED,
        /** The networks are gone; what they did can still be read. */
        OVER;

        /** Of a race whose networks are there. */
        static RaceState of(List<RunProgress> progress) {
            return progress.stream().anyMatch(run -> run.phase() == Phase.RUNNING) ? RUNNING : PAUSED;
        }
    }

    /**
     * How one network stands.
     *
     * @param parameters trainable weights
     * @param progress of its run; the time is its own, without that of the others
     * @param sample what it wrote last, or null
     * @param ending the {@link Finished} or {@link Failed} after which it does not go on; null where it does
     */
    public record Standing(
            RaceConfig.Variant variant,
            long parameters,
            RunProgress progress,
            Curves.View curves,
            @Nullable Sampled sample,
            @Nullable TrainingEvent ending) {
        public String name() {
            return variant.name();
        }
    }

    /** A race as it would begin: no network has been made yet. */
    public static RaceStatus planned(RaceConfig config) {
        return new RaceStatus(
                RaceState.NONE,
                config.varied(),
                Double.NaN,
                config.variants().stream()
                        .map(variant -> new Standing(
                                variant, 0, RunProgress.untrained(variant.settings()), Curves.View.NONE, null, null))
                        .toList());
    }

    /** The same after the networks were let go. */
    public RaceStatus over() {
        return new RaceStatus(RaceState.OVER, varied, guessing, standings);
    }
}
