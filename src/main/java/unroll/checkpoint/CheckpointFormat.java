package unroll.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import unroll.matrix.Products;
import unroll.network.Directions;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.network.Vocabularies;
import unroll.task.Alphabet;
import unroll.task.AlphabetEntry;
import unroll.task.Alphabets;
import unroll.task.ReadingOrder;
import unroll.train.LastGood;
import unroll.train.RateSchedule;
import unroll.train.RunMetrics;
import unroll.train.TrainerState;
import unroll.train.WeightAverage;

/**
 * What a checkpoint's tensors and metadata are called, and how they are written. A component more or less in one of the
 * records that are written is a new version, because reading is strict.
 */
final class CheckpointFormat {
    /**
     * Version of the format; a reader refuses later ones. In version 1 a network had one vocabulary for both ends, up to
     * version 2 there was one task, up to version 3 one way to draw starting weights and nothing to fall back on.
     */
    static final int VERSION = 4;

    static final String FORMAT = "format";
    static final String NETWORK = "network";
    /** How the weights started. Files of before there was a choice have no such entry, and started uniformly. */
    static final String INITIALIZATION = "initialization";
    /** The text's characters, up to version 2. */
    static final String VOCABULARY = "vocabulary";

    static final String TASK = "task";
    static final String ALPHABETS = "alphabets";
    static final String DATA = "data";
    static final String TRAINING = "training";
    static final String SPLIT = "split";
    static final String PLACE = "place";
    /** Not in files of before there was such a thing. */
    static final String LAST_GOOD = "lastGood";

    /** How many steps the weights are an average of; not in files of models without one. */
    static final String AVERAGED = "averaged";

    static final String PROGRESS = "progress";
    static final String TEXT = "text";
    static final String CURVES = "curves";

    static final String RANDOM = "random";

    private CheckpointFormat() {}

    /** A network's shape as version 1 wrote it. */
    record NetworkOfVersion1(String cell, int vocabulary, int hidden, int layers, double dropout) {
        NetworkSpec spec() {
            return new NetworkSpec(cell, vocabulary, hidden, layers, dropout);
        }
    }

    /** How far a run had come, as it was written up to version 3. */
    record ProgressOfVersion3(
            double epoch, double seconds, double trainLoss, double validationLoss, double bestValidationLoss) {
        Progress progress() {
            return new Progress(epoch, seconds, trainLoss, validationLoss, bestValidationLoss, 0);
        }
    }

    /** How far a run had come, beside what its trainer knows; the names are those of {@link RunNotes}. */
    record Progress(
            double epoch,
            double seconds,
            double trainLoss,
            double validationLoss,
            double bestValidationLoss,
            int sinceBest) {
        static Progress of(RunNotes notes) {
            RunMetrics metrics = notes.metrics();
            RunMetrics.Losses losses = metrics.losses();
            return new Progress(
                    metrics.epoch(),
                    metrics.seconds(),
                    losses.train(),
                    losses.validation(),
                    losses.best(),
                    notes.sinceBest());
        }

        RunNotes notes(long step, double learningRate, String curves) {
            RunMetrics.Losses losses = new RunMetrics.Losses(trainLoss, validationLoss, bestValidationLoss);
            return new RunNotes(RunMetrics.standing(step, epoch, seconds, losses, learningRate), sinceBest, curves);
        }
    }

    /** A network's shape; how its weights started has an entry of its own. */
    record NetworkShape(
            String cell, Vocabularies vocabularies, int hidden, int layers, Directions directions, double dropout) {
        static NetworkShape of(NetworkSpec spec) {
            return new NetworkShape(
                    spec.cell(), spec.vocabularies(), spec.hidden(), spec.layers(), spec.directions(), spec.dropout());
        }

        NetworkSpec spec() {
            return new NetworkSpec(cell, vocabularies, hidden, layers, directions, dropout);
        }
    }

    /**
     * The numbers of a {@link TrainerState} that are no tensors.
     *
     * @param plateau factor, best loss, validations waited
     */
    record Counters(long steps, long updates, double[] plateau) {
        static Counters of(TrainerState state) {
            RateSchedule.Plateau.Progress plateau = state.plateau();
            return new Counters(
                    state.steps(), state.updates(), new double[] {plateau.factor(), plateau.best(), plateau.waited()});
        }

        RateSchedule.Plateau.Progress progress() {
            return new RateSchedule.Plateau.Progress(plateau[0], plateau[1], (int) plateau[2]);
        }
    }

    /**
     * The numbers of a {@link LastGood} that are no tensors.
     *
     * @param apart whether its weights are others than the model's, and in the file
     */
    record Fallback(long step, double meanLoss, int steady, boolean apart) {}

    /** Of a {@link TrainingData} what has no entry of its own. */
    record Data(ReadingOrder order, long fingerprint) {}

    /** Before the names of the weights to fall back on. */
    static final String LAST_GOOD_PREFIX = "lastGood.";

    /** Before the names of the weights that training goes on with, where those of the model are an average. */
    static final String TRAINED_PREFIX = "trained.";

    /** Before the names of the optimizer's memory. */
    static String momentPrefix(int moment) {
        return "optimizer." + moment + ".";
    }

    /** One buffer of the carried state. */
    static String stateName(int buffer) {
        return "state." + buffer;
    }

    static void write(Checkpoint checkpoint, OutputStream out) throws IOException {
        SafetensorsWriter.write(out, tensors(checkpoint), metadata(checkpoint));
    }

    private static Map<String, String> metadata(Checkpoint checkpoint) {
        TrainingSnapshot training = checkpoint.training();
        TrainerState state = training.state();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(FORMAT, Integer.toString(VERSION));
        metadata.put("program", "Unroll " + programVersion());
        // Another library rounds otherwise, so a run that goes on with it differs in its last digits.
        metadata.put("products", Products.current().description());
        metadata.put(NETWORK, MetadataJson.write(NetworkShape.of(checkpoint.spec())));
        metadata.put(INITIALIZATION, checkpoint.spec().initialization().word());
        TrainingData subject = checkpoint.subject();
        metadata.put(TASK, subject.task().toString());
        metadata.put(
                ALPHABETS, MetadataJson.write(AlphabetsForm.of(subject.layout().alphabets())));
        metadata.put(DATA, MetadataJson.write(new Data(subject.layout().order(), subject.fingerprint())));
        metadata.put(TRAINING, TrainingForm.write(training.config()));
        metadata.put(SPLIT, MetadataJson.write(training.split()));
        metadata.put(PLACE, MetadataJson.write(Counters.of(state)));
        LastGood good = state.lastGood();
        Fallback fallback = new Fallback(good.step(), good.meanLoss(), good.steady(), good.weights() != null);
        metadata.put(LAST_GOOD, MetadataJson.write(fallback));
        WeightAverage.AverageState average = state.average();
        if (average != null) {
            metadata.put(AVERAGED, Long.toString(average.count()));
        }
        metadata.put(PROGRESS, MetadataJson.write(Progress.of(training.notes())));
        if (subject.source() != null) {
            metadata.put(TEXT, MetadataJson.write(subject.source()));
        }
        metadata.put(CURVES, training.notes().curves());
        return metadata;
    }

    private static String programVersion() {
        return Objects.requireNonNullElse(
                CheckpointFormat.class.getPackage().getImplementationVersion(), "(not packaged)");
    }

    private static List<Tensor> tensors(Checkpoint checkpoint) {
        TrainerState state = checkpoint.training().state();
        TorchLayout layout = new TorchLayout(checkpoint.spec());
        List<Tensor> tensors = new ArrayList<>(layout.tensors("", state.modelWeights()));
        if (state.average() != null) {
            tensors.addAll(layout.tensors(TRAINED_PREFIX, state.weights()));
        }
        for (int moment = 0; moment < state.moments().size(); moment++) {
            tensors.addAll(layout.tensors(momentPrefix(moment), state.moments().get(moment)));
        }
        float[] good = state.lastGood().weights();
        if (good != null) {
            tensors.addAll(layout.tensors(LAST_GOOD_PREFIX, good));
        }
        for (int buffer = 0; buffer < checkpoint.spec().kind().stateBuffers(); buffer++) {
            tensors.add(stateTensor(checkpoint.spec(), state.hidden(), buffer));
        }
        tensors.add(Tensor.of(RANDOM, state.random()));
        return tensors;
    }

    private static Tensor stateTensor(NetworkSpec spec, State hidden, int buffer) {
        int layerSize = hidden.columns() * spec.hidden();
        return Tensor.of(
                stateName(buffer),
                index -> hidden.buffers()[index / layerSize][buffer][index % layerSize],
                hidden.buffers().length,
                hidden.columns(),
                spec.hidden());
    }

    /** Alphabets as JSON has them: a character is its code point, a label its name, the mark {@code null}. */
    record AlphabetsForm(
            @Nullable Object[] source,
            @Nullable Object[] input,
            @Nullable Object[] output) {
        static AlphabetsForm of(Alphabets alphabets) {
            return new AlphabetsForm(form(alphabets.source()), form(alphabets.input()), form(alphabets.output()));
        }

        private static @Nullable Object[] form(Alphabet alphabet) {
            return alphabet.symbols().stream().map(AlphabetsForm::form).toArray();
        }

        private static @Nullable Object form(AlphabetEntry symbol) {
            return switch (symbol.kind()) {
                case CHARACTER -> symbol.text().codePointAt(0);
                case LABEL -> symbol.text();
                case MARK -> null;
            };
        }

        /** @throws IllegalArgumentException with a sentence where these are no alphabets */
        Alphabets alphabets() {
            return new Alphabets(alphabet(source), alphabet(input), alphabet(output));
        }

        private static Alphabet alphabet(@Nullable Object[] form) {
            return new Alphabet(Arrays.stream(form).map(AlphabetsForm::symbol).toList());
        }

        private static AlphabetEntry symbol(@Nullable Object form) {
            if (form instanceof Integer codePoint && Character.isValidCodePoint(codePoint)) {
                return AlphabetEntry.character(codePoint);
            }
            if (form instanceof String name) {
                return AlphabetEntry.label(name);
            }
            if (form == null) {
                return AlphabetEntry.MARK;
            }
            throw new IllegalArgumentException(
                    "An alphabet holds code points, names and null; got %s.".formatted(form));
        }
    }
}
