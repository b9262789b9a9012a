package unroll.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.checkpoint.Checkpoint;
import unroll.sample.SamplingSettings;
import unroll.train.TrainingConfig;
import unroll.train.TrainingEvent;

/**
 * One model trained without a window, on the thread that calls. Steps, validations, samples and autosaves are those of a
 * {@link Session}, because the loop is.
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
    private final @Nullable LiveSamples samples;
    private final Run run;

    private HeadlessRun(Start start, TrainingConfig config, Outputs outputs) {
        samples = outputs.sampling() == null ? null : new LiveSamples();
        if (samples != null && outputs.sampling() != null) {
            samples.settings(outputs.sampling());
        }
        Run.Outlets outlets = new Run.Outlets(
                outputs.events(),
                curves(start, outputs),
                samples,
                autosave(start.learner(), outputs),
                null,
                System::nanoTime);
        run = new Run(start.learner(), start.notes(), config, outlets);
        run.change(config);
    }

    private record Start(Learner learner, RunNotes notes) {}

    /**
     * A model that was never trained.
     *
     * @throws IllegalArgumentException with a sentence, where the data are too few for the settings
     */
    public static HeadlessRun begin(Material material, Settings settings, Outputs outputs) {
        Learner learner = new EngineWorkshop().begin(material, settings);
        return new HeadlessRun(new Start(learner, RunNotes.BLANK), settings.training(), outputs);
    }

    /**
     * A saved run, going on exactly where it was.
     *
     * @param material in the symbols of the saved model
     * @param config the saved one, or another that {@link TrainingConfig#continues continues} it
     * @throws IllegalArgumentException with a sentence, where data or settings do not fit
     */
    public static HeadlessRun resume(Checkpoint saved, Material material, TrainingConfig config, Outputs outputs) {
        Workshop.Stored stored = new StoredCheckpoint(saved);
        return new HeadlessRun(new Start(stored.resume(material), stored.notes()), config, outputs);
    }

    /** What a saved run was made from. */
    public static Settings settings(Checkpoint saved) {
        return new StoredCheckpoint(saved).settings();
    }

    /**
     * The data of a saved run, made again from the file they were in or from a text that ships with the program; null where
     * that is gone, or they are others than they were.
     */
    public static @Nullable Material findData(Checkpoint saved) {
        DataFinder.Found found = DataFinder.find(saved.subject(), settings(saved), Sources.NONE);
        return found == null ? null : found.material();
    }

    /** Whether the file a saved run was trained on is there, though {@link #findData} finds other data in it. */
    public static boolean isDataChanged(Checkpoint saved) {
        return DataFinder.isChanged(saved.subject());
    }

    private static Curves curves(Start start, Outputs outputs) {
        Curves curves = new Curves();
        try {
            if (!start.notes().curves().isEmpty()) {
                curves.restore(start.notes().curves());
            }
        } catch (IllegalArgumentException damaged) {
            // The model is whole, and it is what matters.
            warn(start.learner(), outputs, Faults.sentence(damaged));
        }
        return curves;
    }

    private static void warn(Learner learner, Outputs outputs, String sentence) {
        outputs.events().accept(new TrainingEvent.Warned(learner.steps(), sentence));
    }

    private @Nullable Autosave autosave(Learner learner, Outputs outputs) {
        if (outputs.run() == null) {
            return null;
        }
        Autosave.Place place = new Autosave.Place(
                new Autosave.Places(outputs.run(), outputs.best(), null),
                outputs.saveEvery(),
                files,
                sentence -> warn(learner, outputs, sentence));
        // A model that was never trained need not be saved; one that was may have come from another file.
        long saved = learner.steps() == 0 ? 0 : Autosave.NOTHING;
        return Autosave.ofOther(place, saved, System.nanoTime());
    }

    /**
     * Trains until the run comes to its end, fails, or is not to go on; the events say which.
     *
     * @param goOn asked before every step
     */
    public void train(BooleanSupplier goOn) {
        run.start();
        while (goOn.getAsBoolean() && run.turn()) {
            // A turn is a step and what is due after it.
        }
        run.rest();
    }

    /** Seconds spent training, those before it was resumed included. */
    public double seconds() {
        return run.progress().seconds();
    }

    /**
     * Makes sure that the file holds the last step; call it once, after {@link #train}.
     *
     * @throws IOException with a sentence, where it cannot be written
     */
    public void save() throws IOException {
        if (!files.finish(LAST_SAVE)) {
            throw new IOException("The last autosave is taking too long; the file holds the one before it.");
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
        files.breakOff();
    }
}
