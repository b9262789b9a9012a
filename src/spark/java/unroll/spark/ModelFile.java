package unroll.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.RunNotes;
import unroll.checkpoint.TextSource;
import unroll.checkpoint.TrainingData;
import unroll.checkpoint.TrainingSnapshot;
import unroll.corpus.Range;
import unroll.corpus.SplitPart;
import unroll.message.Front;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.session.run.Curves;
import unroll.session.run.CurvesCsv;
import unroll.task.Layout;
import unroll.task.RandomStreams;
import unroll.task.TaskData;
import unroll.train.Evaluation;
import unroll.train.Evaluator;
import unroll.train.RunMetrics;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;
import unroll.train.TrainingEvent;

/** The model between two rounds: measures it, and keeps it in a checkpoint that the program opens. */
final class ModelFile {
    private static final String FILE = "model.safetensors";
    private static final String CURVES = "curves.csv";

    private final TrainPlan plan;
    private final TrainingConfig config;
    private final NetworkSpec spec;
    private final TextIndex index;
    private final TrainingData subject;
    private final TaskData.@Nullable Streams validation;
    private final SharedFolder out;
    private final Curves curves = new Curves();
    private RunMetrics metrics;
    private int sinceBest;

    ModelFile(TrainPlan plan, TextIndex index, SharedFolder out) throws IOException {
        this.plan = plan;
        this.index = index;
        this.out = out;
        config = plan.settings().training();
        Layout layout = Layout.of(index.vocabulary());
        spec = plan.settings().model().spec(layout.vocabularies());
        subject = new TrainingData(plan.settings().task(), layout, 0, index.source());
        Range all = plan.settings().split().range(SplitPart.VALIDATION, index.length());
        Range measured = new Range(all.from(), Math.min(all.to(), all.from() + Trainer.MAX_VALIDATED));
        validation = measured.length() < 2
                ? null
                : index.part(measured).data(out.configuration().value());
        metrics = RunMetrics.untrained(config.learningRate());
    }

    /**
     * Where training begins, or goes on.
     *
     * @throws IOException with a sentence, where the folder holds a run of another plan or text
     */
    SharedState begin() throws IOException {
        if (!out.contains(FILE)) {
            Network untrained = new Network(spec, config.window(), RandomStreams.initialization(config.seed()));
            return SharedState.of(untrained, config);
        }
        Checkpoint saved = load();
        requireSame(saved);
        RunNotes notes = saved.training().notes();
        metrics = notes.metrics();
        sinceBest = notes.sinceBest();
        curves.restore(notes, problem -> System.err.println(problem.sentence(Front.COMMAND_LINE)));
        return SharedState.of(saved.training().state());
    }

    private Checkpoint load() throws IOException {
        Path local = Files.createTempFile("unroll-train", ".safetensors");
        try {
            Files.write(local, out.read(FILE));
            return Checkpoint.load(local);
        } finally {
            Files.delete(local);
        }
    }

    private void requireSame(Checkpoint saved) throws IOException {
        TrainingSnapshot training = saved.training();
        TextSource text = saved.subject().source();
        boolean isSame = saved.spec().equals(spec)
                && training.config()
                        .with(change -> change.maxSteps = plan.steps())
                        .equals(config)
                && training.split().equals(plan.settings().split())
                && saved.subject().layout().equals(subject.layout())
                && text != null
                && text.length() == index.length()
                && text.checksum() == index.source().checksum();
        if (!isSame) {
            throw new IOException(
                    "%s is of another text, or of other settings or rounds; choose another folder, or take the old plan and text."
                            .formatted(out.path(FILE)));
        }
    }

    /** Measures the model after a round that took so many seconds. */
    void add(RoundSum sum, SharedState state, double seconds) throws IOException {
        double all = metrics.seconds() + seconds;
        double rate = config.learningRate() * config.schedule().factor(state.steps() - 1, 1);
        Trainer.Step step = new Trainer.Step(
                state.steps(), epoch(state.steps()), sum.loss() / sum.count(), sum.gradientNorm() / sum.count(), rate);
        double smoothed = curves.add(step, all);
        metrics = RunMetrics.standing(
                state.steps(), step.epoch(), all, metrics.losses().withTrain(smoothed), rate);
        if (validation != null) {
            Network network = new Network(spec, state.modelWeights());
            Evaluation evaluation = Evaluator.evaluate(network, validation, SplitPart.ALL, config.workers());
            boolean lowest = metrics.losses().isLowest(evaluation.loss());
            sinceBest = lowest ? 0 : sinceBest + 1;
            metrics = metrics.withLosses(metrics.losses().withValidation(evaluation.loss()));
            curves.add(new TrainingEvent.Validated(metrics, evaluation, lowest));
        }
    }

    private double characters(long steps) {
        return (double) steps * plan.partitions() * config.batch() * config.window();
    }

    /** Passes over the partitions, which all have the same whole windows, give or take one. */
    private double epoch(long steps) {
        int training =
                plan.settings().split().range(SplitPart.TRAIN, index.length()).length();
        return (double) steps / Math.max(1, (training / plan.partitions() - 1) / config.batch() / config.window());
    }

    boolean isOutOfPatience() {
        return config.patience() > 0 && sinceBest >= config.patience();
    }

    /**
     * Saves the model, and its curves beside it.
     *
     * @param first what the first partition goes on with. A single one's is the model's; of several, each has its own place in the text,
     *     and the model begins with an empty state.
     */
    void save(SharedState state, byte[] first) throws IOException {
        OwnState own = OwnState.read(first, spec, config.batch());
        if (plan.partitions() > 1) {
            own = new OwnState(State.zero(spec, config.batch()), own.random());
        }
        RunNotes notes = new RunNotes(metrics, sinceBest, curves.toJson());
        TrainingSnapshot training = new TrainingSnapshot(config, plan.settings().split(), state.with(own), notes);
        Path local = Files.createTempFile("unroll-train", ".safetensors");
        try {
            new Checkpoint(spec, subject, training).save(local);
            out.write(FILE, Files.readAllBytes(local));
        } finally {
            Files.delete(local);
        }
        out.write(CURVES, CurvesCsv.means(curves.view()).getBytes(StandardCharsets.UTF_8));
    }

    /** How far training is, for a reader. */
    String line() {
        return String.format(
                Locale.ROOT,
                "step %,d of %,d: %,.0f characters, %.1f s, loss %.4f, validation %.4f",
                metrics.step(),
                plan.steps(),
                characters(metrics.step()),
                metrics.seconds(),
                metrics.losses().train(),
                metrics.losses().validation());
    }
}
