package unroll.session.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.RunNotes;
import unroll.corpus.WordList;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.session.Session;
import unroll.session.background.DaemonThread;
import unroll.session.background.Futures;
import unroll.session.background.TrainerLoop;
import unroll.session.data.Dataset;
import unroll.session.history.Autosave;
import unroll.session.model.CheckpointCapture;
import unroll.session.model.EngineTrainerFactory;
import unroll.session.model.Learner;
import unroll.session.model.ModelSnapshot;
import unroll.session.model.WeightsVersion;
import unroll.session.model.Writers;
import unroll.settings.Settings;
import unroll.train.TrainingConfig;
import unroll.train.TrainingEvent;

/**
 * One model trained without a window, on the thread that calls. Steps, validations, samples and autosaves are those of a
 * {@link Session}, because the loop is.
 *
 * <p>While {@link #train} is under way, any other thread may pause and resume the run, change what can change in it, save it
 * and let it write: each takes effect after the step the run is at, and returns at once. A future that fails carries an
 * exception whose message is a sentence for the user.
 */
public final class HeadlessRun implements AutoCloseable {
    private static final Duration LAST_SAVE = Duration.ofMinutes(5);
    private static final Duration LAST_SAMPLE = Duration.ofSeconds(10);

    /**
     * Where what it makes goes.
     *
     * @param run file that the run is saved to, or null for none
     * @param best file for the model with the lowest validation loss, or null for none; only beside a file for the run
     * @param saveEvery between two saves on the way
     * @param sampling how texts on the way are drawn, or null for none
     * @param events hears everything that happens: samples and failed autosaves on threads of their own, the rest on the
     *     thread that trains
     */
    public record Outputs(
            @Nullable Path run,
            @Nullable Path best,
            Duration saveEvery,
            @Nullable SamplingSettings sampling,
            Consumer<TrainingEvent> events) {}

    private final DaemonThread files = new DaemonThread("unroll-files");
    private final DaemonThread writing = new DaemonThread("unroll-samples");
    private final TrainerLoop trainer = new TrainerLoop();
    private final @Nullable LiveSamples samples;
    private final Outputs outputs;
    private final Learner learner;
    private final Curves curves;
    private final Run run;
    private volatile @Nullable Path file;
    private TrainingConfig config;
    private BooleanSupplier turn = () -> false;

    private HeadlessRun(Learner learner, RunNotes notes, TrainingConfig config, Outputs outputs) {
        samples = outputs.sampling() == null ? null : new LiveSamples();
        if (samples != null && outputs.sampling() != null) {
            samples.setSettings(outputs.sampling());
        }
        this.outputs = outputs;
        this.config = config;
        file = outputs.run();
        this.learner = learner;
        curves = new Curves();
        curves.restore(notes, this::warn);
        Run.Context context =
                new Run.Context(outputs.events()::accept, curves, samples, firstAutosave(), null, System::nanoTime);
        run = new Run(learner, notes, config, context);
        run.change(config);
    }

    /**
     * A model that was never trained.
     *
     * @throws ProblemException where the data are too few for the settings
     */
    public static HeadlessRun begin(Dataset dataset, Settings settings, Outputs outputs) {
        Learner learner = new EngineTrainerFactory().begin(dataset, settings);
        return new HeadlessRun(learner, RunNotes.BLANK, settings.training(), outputs);
    }

    /**
     * A saved run, going on exactly where it was.
     *
     * @param dataset in the symbols of the saved model
     * @param config the saved one, or another that {@link TrainingConfig#continues continues} it
     * @throws ProblemException where data or settings do not fit
     */
    public static HeadlessRun resume(Checkpoint saved, Dataset dataset, TrainingConfig config, Outputs outputs) {
        CheckpointCapture capture = CheckpointCapture.of(saved);
        return new HeadlessRun(capture.resume(dataset), capture.notes(), config, outputs);
    }

    /** What a saved run was made from. */
    public static Settings settings(Checkpoint saved) {
        return CheckpointCapture.of(saved).settings();
    }

    private void warn(Problem problem) {
        outputs.events().accept(new TrainingEvent.Warned(learner.steps(), problem));
    }

    private @Nullable Autosave firstAutosave() {
        // A model that was never trained need not be saved; one that was may have come from another file.
        WeightsVersion saved = learner.steps() == 0 ? WeightsVersion.of(0) : WeightsVersion.NONE;
        return outputs.run() == null ? null : Autosave.ofOther(autosaveTarget(outputs.run()), saved, System.nanoTime());
    }

    private Autosave.Target autosaveTarget(Path file) {
        return new Autosave.Target(
                new Autosave.Paths(file, outputs.best(), null), outputs.saveEvery(), files, false, this::warn);
    }

    /**
     * Trains until the run comes to its end, fails, is not to go on or is stopped; the events say which. To be called once.
     *
     * @param goOn asked before every step
     */
    public void train(BooleanSupplier goOn) {
        turn = () -> {
            boolean goesOn = goOn.getAsBoolean() && run.turn();
            if (!goesOn) {
                trainer.close();
            }
            return goesOn;
        };
        run.start();
        trainer.work(turn);
        trainer.runUntilClosed();
        run.pause();
    }

    /** Holds the run after the step it is at; {@link #train} waits until it is resumed or stopped. */
    public CompletableFuture<Void> pause() {
        return trainer.run(() -> {
            trainer.pause();
            run.pause();
        });
    }

    /** Goes on where the run was paused. */
    public CompletableFuture<Void> resume() {
        return trainer.run(() -> {
            run.start();
            trainer.work(turn);
        });
    }

    /** Ends {@link #train} after the step the run is at, paused or not. */
    public void stop() {
        trainer.close();
    }

    /** Changes the base rate, which the schedule multiplies, from the next step on. */
    public CompletableFuture<Void> learningRate(double rate) {
        return trainer.run(() -> {
            config = config.with(change -> change.learningRate = rate);
            run.change(config);
        });
    }

    /** Lets the run come to its end with its next step, which is measured as a last step is. */
    public CompletableFuture<Void> finish() {
        return trainer.run(() -> {
            config =
                    config.with(change -> change.maxSteps = progress().metrics().step() + 1);
            run.change(config);
        });
    }

    /** How the next texts on the way are drawn; nothing where none are wanted. */
    public void setSampling(SamplingSettings settings) {
        if (samples != null) {
            samples.setSettings(settings);
        }
    }

    /**
     * Writes a text that begins with the prime, or answers it where the task asks for answers, with a copy of the model.
     * Canceling the future ends it early.
     *
     * @param onPiece gets the text piece by piece, on a thread of its own
     */
    public CompletableFuture<String> write(SampleRequest request, Consumer<String> onPiece) {
        return writing.call(() -> {
            ModelSnapshot model = Futures.await(trainer.call(run::snapshot));
            if (model.task().writing().isPresent()) {
                return Writers.of(model, null, () -> WordList.NONE).write(request, onPiece);
            }
            String answer = Writers.answer(model, request);
            onPiece.accept(answer);
            return answer;
        });
    }

    /**
     * Saves the run to a file now, and from then on there, on the way and at the end, instead of where it was saved before.
     *
     * @return the step that was saved
     */
    public CompletableFuture<Long> saveTo(Path target) {
        return trainer.call(() -> new Saving(run.capture(), progress().weights()))
                .thenCompose(saving -> files.call(() -> {
                    saving.model().writeTo(target);
                    file = target;
                    Autosave next = Autosave.ofSame(autosaveTarget(target), saving.weights(), System.nanoTime());
                    trainer.run(() -> run.autosaveTo(next));
                    return saving.model().step();
                }));
    }

    private record Saving(Learner.Capture model, WeightsVersion weights) {}

    /** Where the run is saved, or null for nowhere. For any thread. */
    public @Nullable Path file() {
        return file;
    }

    /** Where the run stands; its training loss is the smoothed one. For any thread. */
    public RunProgress progress() {
        return run.progress();
    }

    /** The curves of the run so far. For any thread. */
    public Curves.View curves() {
        return curves.view();
    }

    /** Number of trainable weights. */
    public long parameters() {
        return learner.parameters();
    }

    /** Seconds spent training, those before it was resumed included. */
    public double seconds() {
        return run.progress().metrics().seconds();
    }

    /**
     * Makes sure that the file holds the last step; call it once, after {@link #train}.
     *
     * @throws ProblemException where it cannot be written
     */
    public void save() throws IOException {
        if (!files.finish(LAST_SAVE)) {
            throw Reason.AUTOSAVE_TOO_SLOW.exception();
        }
        run.save();
    }

    /** Waits for a text in the making, and ends. */
    @Override
    public void close() {
        if (samples != null) {
            samples.finish(LAST_SAMPLE);
        }
        run.discard();
        writing.breakOff();
        files.breakOff();
    }
}
