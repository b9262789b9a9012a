package unroll.session.run;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import unroll.checkpoint.RunNotes;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.session.history.Autosave;
import unroll.session.history.History;
import unroll.session.model.InspectionInput;
import unroll.session.model.Learner;
import unroll.session.model.ModelBacking;
import unroll.session.model.ModelSnapshot;
import unroll.train.Evaluation;
import unroll.train.RateSchedule;
import unroll.train.RunMetrics;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;
import unroll.train.TrainingEvent;

/**
 * The life of one model: its steps, and what is due after each of them. Belongs to the trainer's thread, apart from
 * {@link #progress()}.
 */
public final class Run implements ModelBacking {
    /** The first live sample is begun so long after the start, even where its step has not come yet. */
    private static final long FIRST_SAMPLE_NANOS = 1_500_000_000;

    /** Who is told what a run does; on the trainer's thread, samples apart. */
    public interface Listener {
        /** The run has come to another step or phase. */
        default void onProgress(Run run, RunProgress progress) {}

        void onEvent(TrainingEvent event);
    }

    /**
     * What a run works with beside its learner.
     *
     * @param samples writes texts on the way, or null for none
     * @param autosave keeps the run on disk, or null for nothing
     * @param history keeps snapshots of it to go back to, or null for none
     * @param clock nanoseconds that only ever grow
     */
    public record Context(
            Listener listener,
            Curves curves,
            @Nullable LiveSamples samples,
            @Nullable Autosave autosave,
            @Nullable History history,
            LongSupplier clock) {}

    private final Learner learner;
    private final TrainingClock clock;
    private volatile Context context;
    private TrainingConfig config;
    private Learner.@Nullable Capture best;
    private int sinceBest;
    private long startedAt;
    private boolean sampled;
    private volatile boolean discarded;
    private volatile RunProgress progress;

    /** Takes up a model where its notes say it stands. */
    public Run(Learner learner, RunNotes notes, TrainingConfig config, Context context) {
        this.learner = learner;
        this.config = config;
        this.context = context;
        RunMetrics then = notes.metrics();
        sinceBest = notes.sinceBest();
        clock = new TrainingClock(then.seconds());
        progress = RunProgress.standing(RunMetrics.standing(
                learner.steps(), learner.epoch(), then.seconds(), then.losses(), config.learningRate()));
    }

    /** Where the run stands; for any thread. */
    public RunProgress progress() {
        return progress;
    }

    /**
     * Puts the weights with the lowest validation loss back; all else stays.
     *
     * @throws ProblemException where none are known
     */
    public void restoreBest() {
        if (best == null) {
            throw Reason.NO_BEST_WEIGHTS.exception();
        }
        learner.setWeights(best);
        sinceBest = 0;
        RunMetrics.Losses losses = progress.metrics().losses();
        publish(progress.with(progress.metrics().withLosses(losses.withValidation(losses.best())))
                .withReplacedWeights());
    }

    @Override
    public Learner.Writer writer() {
        return learner.writer();
    }

    @Override
    public ModelSnapshot snapshot() {
        return learner.snapshot();
    }

    /** The model as it is now, with a column of what it is learning. */
    public InspectionInput inspectionInput() {
        return learner.inspectionInput();
    }

    /** These are the weights with the lowest validation loss so far; null where they are not known. */
    public void setBest(Learner.@Nullable Capture earlier) {
        best = earlier;
    }

    /** The same, or null where one is not known or was not yet there at that step. */
    public Learner.@Nullable Capture bestUpTo(long step) {
        return best != null && best.step() <= step ? best : null;
    }

    /** From here on time counts. The first snapshot is that of a network which has not learned anything. */
    public void start() {
        if (progress.phase() != Phase.RUNNING) {
            saveSnapshotWhereDue();
            startedAt = now();
            clock.start(startedAt);
            if (progress.phase() == Phase.FINISHED) {
                sinceBest = 0;
            }
            publish(progress.in(Phase.RUNNING));
        }
    }

    private void saveSnapshotWhereDue() {
        if (context.history() != null && context.history().isDue(step())) {
            context.history().save(this::capture, progress.metrics());
        }
    }

    /** Lays the run down, where it has not come to its end by itself. */
    public void pause() {
        if (progress.phase() == Phase.RUNNING) {
            pause(Phase.PAUSED);
        }
    }

    private void pause(Phase phase) {
        clock.otherEnds(now());
        publish(progress.in(phase));
    }

    /** Takes what can change in a run, from the next step on. */
    public void change(TrainingConfig wanted) {
        learner.change(wanted);
        config = wanted;
    }

    @Override
    public Learner.Capture capture() {
        return learner.capture(
                new RunNotes(progress.metrics(), sinceBest, context.curves().toJson()));
    }

    /** Bytes that {@link #capture} takes, at most about. */
    public long captureBytes() {
        return learner.captureBytes();
    }

    /** Saves the run in the background where it holds anything new. */
    public void autosave() {
        Autosave autosave = context.autosave();
        if (autosave != null && autosave.isNeeded(progress.weights())) {
            autosave.begin(capture(), progress.weights(), best, now());
        }
    }

    /** Whether it could not be saved when that was last tried. For any thread. */
    public boolean isAutosaveFailing() {
        Autosave autosave = context.autosave();
        return autosave != null && autosave.isFailing();
    }

    /**
     * Saves the run where it holds anything new, or its best weights could not be written, and returns when they are on disk. Only
     * where no save is under way.
     */
    void save() throws IOException {
        Autosave autosave = context.autosave();
        if (autosave != null && (autosave.isNeeded(progress.weights()) || autosave.isBestMissing())) {
            autosave.store(capture(), progress.weights(), best);
        }
    }

    /** Keeps the run on disk by this autosave from now on, and by no other. */
    void autosaveTo(Autosave autosave) {
        context = new Context(
                context.listener(), context.curves(), context.samples(), autosave, context.history(), context.clock());
    }

    /** From now on its news go elsewhere, its curves included; all else stays as it is. Only while it rests. */
    public void moveTo(Context elsewhere) {
        elsewhere.curves().restore(context.curves().toJson());
        context = elsewhere;
    }

    /** Ends for good; what is still under way is not heard of any more. */
    public void discard() {
        pause();
        discarded = true;
        learner.close();
    }

    /** One step and what is due after it. Whether the run goes on. */
    public boolean turn() {
        try {
            update();
            boolean measured = isEvery(config.validateEvery()) && validate();
            sampleWhereDue();
            boolean goesOn = false;
            if (isEvery(config.maxSteps())) {
                finishAtLastStep(measured);
            } else if (isOutOfPatience()) {
                finishEarly();
            } else {
                goesOn = true;
                saveWhereDue();
            }
            return goesOn;
        } catch (Throwable fault) {
            // The engine's own exceptions and the JVM's errors alike: the session has to live on and say what happened.
            pause(Phase.FAILED);
            Problem problem = Problem.of(fault);
            if (problem instanceof Problem.Diverged) {
                context.curves().restartSmoothing();
                publish(progress.withReplacedWeights());
            }
            context.listener().onEvent(new TrainingEvent.Failed(step(), problem, Problem.details(fault)));
            return false;
        }
    }

    private void update() {
        clock.otherEnds(now());
        Trainer.Step done = learner.step();
        clock.stepEnds(now(), learner.charactersPerStep());
        double seconds = clock.seconds();
        double smoothedLoss = context.curves().add(done, seconds);
        RunMetrics metrics = new RunMetrics(
                done.step(),
                done.epoch(),
                seconds,
                progress.metrics().losses().withTrain(smoothedLoss),
                done.gradientNorm(),
                done.learningRate(),
                clock.charsPerSecond(),
                secondsLeft(done.step()));
        publish(progress.with(metrics));
        TrainingEvent.Stepped event = new TrainingEvent.Stepped(metrics, done.loss());
        context.listener().onEvent(event);
    }

    private double secondsLeft(long step) {
        if (config.maxSteps() == 0) {
            return Double.NaN;
        }
        long stepsLeft = Math.floorMod(-step, config.maxSteps());
        return clock.secondsFor((double) stepsLeft * learner.charactersPerStep());
    }

    /** Measures the validation loss; false where the data have no such part. */
    private boolean validate() {
        clock.otherEnds(now());
        Evaluation evaluation = learner.validate().orElse(null);
        clock.validationEnds(now());
        if (evaluation == null) {
            return false;
        }
        RunMetrics.Losses before = progress.metrics().losses();
        boolean lowest = before.isLowest(evaluation.loss());
        sinceBest = lowest ? 0 : sinceBest + 1;
        RunMetrics measured =
                progress.metrics().withSeconds(clock.seconds()).withLosses(before.withValidation(evaluation.loss()));
        publish(progress.with(measured, evaluation));
        TrainingEvent.Validated event = new TrainingEvent.Validated(measured, evaluation, lowest);
        context.curves().add(event);
        context.listener().onEvent(event);
        if (lowest) {
            best = capture();
        }
        return true;
    }

    private void sampleWhereDue() {
        LiveSamples samples = context.samples();
        if (samples == null) {
            return;
        }
        boolean first = !sampled && now() - startedAt >= FIRST_SAMPLE_NANOS;
        if (config.sampleEvery() > 0 && (first || isEvery(config.sampleEvery())) && !samples.isBusy()) {
            sampled = true;
            RunMetrics begun = progress.metrics();
            samples.begin(List.of(sampleJob(config.seed(), sample -> onSample(sample, begun))));
        }
    }

    /** A text to be written by the network as it is now. */
    public LiveSamples.SampleJob sampleJob(long seed, Consumer<TrainingEvent.Sampled> onSample) {
        return new LiveSamples.SampleJob(
                writer(), step(), progress.metrics().losses().train(), seed, onSample);
    }

    private void onSample(TrainingEvent.Sampled sample, RunMetrics begun) {
        if (!discarded) {
            context.curves().add(sample, begun);
            context.listener().onEvent(sample);
        }
    }

    private void publish(RunProgress next) {
        progress = next;
        context.listener().onProgress(this, next);
    }

    private long step() {
        return progress.metrics().step();
    }

    private boolean isEvery(long steps) {
        return steps > 0 && step() % steps == 0;
    }

    private void saveWhereDue() {
        if (context.autosave() != null && context.autosave().isDue(now(), progress.weights())) {
            autosave();
        } else {
            saveSnapshotWhereDue();
        }
    }

    private void finishAtLastStep(boolean measured) {
        // A schedule that counts validations would count one that a longer run does not have.
        if (config.validateEvery() > 0 && !measured && !(config.schedule() instanceof RateSchedule.Plateau)) {
            validate();
        }
        finish(new TrainingEvent.ReachedLastStep(step(), config.maxSteps()));
    }

    private boolean isOutOfPatience() {
        return config.patience() > 0 && sinceBest >= config.patience();
    }

    /** Early stopping (Prechelt 1998): the weights are those with the lowest validation loss again, where they are known. */
    private void finishEarly() {
        Learner.Capture lowest = best;
        TrainingEvent.Finished ending = new TrainingEvent.StoppedEarly(
                step(), progress.metrics().losses().best(), sinceBest, lowest == null ? 0 : lowest.step());
        if (lowest != null) {
            restoreBest();
        }
        // Also where no best weights are known: what is saved now must not end at once when it is resumed.
        sinceBest = 0;
        finish(ending);
    }

    private void finish(TrainingEvent.Finished ending) {
        pause(Phase.FINISHED);
        if (context.autosave() != null && context.autosave().isForEnd()) {
            autosave();
        }
        if (context.history() != null && context.history().canSaveLast(step())) {
            context.history().save(this::capture, progress.metrics());
        }
        context.listener().onEvent(ending);
    }

    private long now() {
        return context.clock().getAsLong();
    }
}
