package unroll.session.race;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import unroll.checkpoint.RunNotes;
import unroll.session.model.Learner;
import unroll.session.run.Curves;
import unroll.session.run.LiveSamples;
import unroll.session.run.Phase;
import unroll.session.run.Run;
import unroll.session.run.RunProgress;
import unroll.settings.Settings;
import unroll.train.TrainingEvent;
import unroll.train.TrainingEvent.Sampled;

/**
 * One network of a race and its run. Its clock stands while the others have their turns, so that its speed and its time are
 * its own. Belongs to the trainer's thread, apart from {@link #standing()}.
 */
public final class Competitor {
    private final RaceConfig.Variant variant;
    private final LongSupplier clock;
    private final Run run;
    private final long parameters;
    private final Curves curves = new Curves();
    private long spent;
    private long turnBegan;
    private boolean atWork;
    private volatile @Nullable Sampled sample;
    private volatile @Nullable TrainingEvent ending;

    /** @param clock nanoseconds that only ever grow, whoever has his turn */
    Competitor(RaceConfig.Variant variant, Learner learner, LongSupplier clock) {
        this.variant = variant;
        this.clock = clock;
        parameters = learner.parameters();
        Run.Context context = new Run.Context(this::onEvent, curves, null, null, null, this::ownNanos);
        run = new Run(learner, RunNotes.BLANK, variant.settings().training(), context);
    }

    private long ownNanos() {
        return atWork ? spent + clock.getAsLong() - turnBegan : spent;
    }

    private void onEvent(TrainingEvent event) {
        if (event instanceof TrainingEvent.Failed || event instanceof TrainingEvent.Finished) {
            ending = event;
        }
    }

    void start() {
        ending = null;
        run.start();
    }

    /** One step and what is due after it. */
    void turn() {
        turnBegan = clock.getAsLong();
        atWork = true;
        run.turn();
        spent = ownNanos();
        atWork = false;
    }

    void pause() {
        run.pause();
    }

    boolean isRunning() {
        return progress().phase() == Phase.RUNNING;
    }

    boolean isOut() {
        return progress().phase() == Phase.FAILED;
    }

    long step() {
        return progress().metrics().step();
    }

    /** A text by the network as it is now. */
    LiveSamples.SampleJob sampleJob(long seed) {
        return run.sampleJob(seed, written -> sample = written);
    }

    public Run run() {
        return run;
    }

    /** Number of trainable weights. */
    public long parameters() {
        return parameters;
    }

    public Settings settings() {
        return variant.settings();
    }

    void close() {
        run.discard();
    }

    RunProgress progress() {
        return run.progress();
    }

    /**
     * How it stands; for any thread.
     *
     * @param progress as it was when all had had their turn
     */
    RaceStatus.Standing standing(RunProgress progress) {
        return new RaceStatus.Standing(variant, parameters, progress, curves.view(), sample, ending);
    }
}
