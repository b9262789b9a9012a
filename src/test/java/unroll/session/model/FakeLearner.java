package unroll.session.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import unroll.checkpoint.RunNotes;
import unroll.checkpoint.TrainingData;
import unroll.files.AtomicFile;
import unroll.session.data.Dataset;
import unroll.settings.Settings;
import unroll.task.score.TaskScore;
import unroll.train.Evaluation;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;

/** A learner without a network: its weight is the number of its steps, and tests say what happens in them. */
public final class FakeLearner implements Learner {
    public static final int CHARACTERS = 10;

    /** What happens in a step, before it counts; may throw. */
    public volatile Consumer<FakeLearner> onStep = learner -> {};

    public volatile DoubleSupplier validation = () -> Double.NaN;
    public volatile Writer writer = (request, onText) -> "written";
    public volatile boolean closed;
    public volatile long bytes = 8;

    /** What happens before a capture; may throw. */
    public volatile Runnable onCapture = () -> {};

    /** The number of the step that is waited for or under way. */
    public final AtomicLong begun = new AtomicLong();

    public volatile long steps;
    public volatile double weight;
    public final List<TrainingConfig> changes = Collections.synchronizedList(new ArrayList<>());
    public final List<Long> captures = Collections.synchronizedList(new ArrayList<>());
    public final Set<String> threads = ConcurrentHashMap.newKeySet();

    private final FakeWorkshop workshop;

    FakeLearner(FakeWorkshop workshop) {
        this.workshop = workshop;
    }

    /** The file holds the step and the weight. */
    record FakeCapture(FakeWorkshop workshop, Path file, long step, double weight, RunNotes notes) implements Capture {
        @Override
        public Settings settings() {
            return workshop.settingsOf.apply(file);
        }

        @Override
        public TrainingData subject() {
            workshop.onSubject.run();
            return new TrainingData(Settings.DEFAULT.task(), workshop.layoutOfFiles, 0, workshop.textOfFiles);
        }

        @Override
        public Learner resume(Dataset dataset) {
            return workshop.add(step);
        }

        @Override
        public ModelSnapshot snapshot() {
            throw new UnsupportedOperationException("There is no network here.");
        }

        @Override
        public long parameters() {
            return 1;
        }

        @Override
        public long bytes() {
            return 8;
        }

        @Override
        public void writeTo(Path file) throws IOException {
            workshop.onWrite.run();
            AtomicFile.write(file, out -> out.write((step + " " + weight).getBytes()));
        }
    }

    private void touch() {
        threads.add(Thread.currentThread().getName());
        if (closed) {
            throw new AssertionError("used after it was closed");
        }
    }

    @Override
    public Trainer.Step step() {
        touch();
        begun.set(steps + 1);
        onStep.accept(this);
        steps++;
        weight = steps;
        return new Trainer.Step(steps, epoch(), 1.0 / steps, 0.5, 0.25);
    }

    @Override
    public Optional<Evaluation> validate() {
        touch();
        double loss = validation.getAsDouble();
        return Double.isNaN(loss)
                ? Optional.empty()
                : Optional.of(new Evaluation(loss, CHARACTERS, TaskScore.ofSteps(1, CHARACTERS)));
    }

    @Override
    public long parameters() {
        return 1;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public double epoch() {
        return steps / 100.0;
    }

    @Override
    public int charactersPerStep() {
        return CHARACTERS;
    }

    @Override
    public void change(TrainingConfig config) {
        touch();
        changes.add(config);
    }

    @Override
    public Writer writer() {
        touch();
        return writer;
    }

    @Override
    public ModelSnapshot snapshot() {
        touch();
        throw new UnsupportedOperationException("There is no network here.");
    }

    @Override
    public InspectionInput inspectionInput() {
        touch();
        throw new UnsupportedOperationException("There is no network here.");
    }

    @Override
    public long captureBytes() {
        return bytes;
    }

    @Override
    public Capture capture(RunNotes notes) {
        touch();
        onCapture.run();
        captures.add(steps);
        return new FakeCapture(workshop, Path.of("captured"), steps, weight, notes);
    }

    @Override
    public void setWeights(Capture earlier) {
        touch();
        weight = ((FakeCapture) earlier).weight();
    }

    @Override
    public void close() {
        touch();
        closed = true;
    }
}
