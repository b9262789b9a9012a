package unroll.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.jspecify.annotations.Nullable;
import unroll.checkpoint.CheckpointFormat.Counters;
import unroll.checkpoint.CheckpointFormat.Data;
import unroll.checkpoint.CheckpointFormat.Fallback;
import unroll.checkpoint.CheckpointFormat.NetworkOfVersion1;
import unroll.checkpoint.CheckpointFormat.NetworkShape;
import unroll.checkpoint.CheckpointFormat.Progress;
import unroll.checkpoint.CheckpointFormat.ProgressOfVersion3;
import unroll.corpus.Split;
import unroll.corpus.Vocabulary;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.network.Initialization;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.task.Alphabets;
import unroll.task.DataKind;
import unroll.task.Layout;
import unroll.task.RandomStreams;
import unroll.task.Task;
import unroll.task.TaskConfig;
import unroll.task.Tasks;
import unroll.train.LastGood;
import unroll.train.Optimizer;
import unroll.train.TrainerState;
import unroll.train.TrainingConfig;
import unroll.train.WeightAverage;

/** Reads one checkpoint out of an opened file; every refusal is a sentence. */
final class CheckpointReader {
    /** Longest JSON of a record, far above any that is written. */
    private static final int MAX_RECORD = 1 << 16;

    private final SafetensorsFile file;

    CheckpointReader(SafetensorsFile file) {
        this.file = file;
    }

    Checkpoint read() {
        int version = version();
        NetworkSpec spec = spec(version);
        if (spec.parameters() > Integer.MAX_VALUE - 8) {
            throw file.unusable(String.format(
                    Locale.ROOT,
                    "it describes a network of %,d weights, more than Unroll can hold",
                    spec.parameters()));
        }
        TrainingData subject = version > 2 ? subject() : text(spec);
        if (!spec.vocabularies().equals(subject.layout().vocabularies())) {
            throw file.unusable("its network has %s, but its alphabets %s"
                    .formatted(spec.vocabularies(), subject.layout().vocabularies()));
        }
        return new Checkpoint(spec, subject, training(spec, version));
    }

    private TrainingData subject() {
        TaskConfig task = task();
        Data data = record(CheckpointFormat.DATA, Data.class);
        return new TrainingData(task, layout(task.task(), data), data.fingerprint(), source(task.task()));
    }

    /** Null where the task made its data itself. */
    private @Nullable TextSource source(Task task) {
        return task.reads().contains(DataKind.MADE) && !file.metadata().containsKey(CheckpointFormat.TEXT)
                ? null
                : record(CheckpointFormat.TEXT, TextSource.class);
    }

    private Layout layout(Task task, Data data) {
        return checked(CheckpointFormat.ALPHABETS, () -> {
            Alphabets alphabets = MetadataJson.read(
                            entry(CheckpointFormat.ALPHABETS), CheckpointFormat.AlphabetsForm.class)
                    .alphabets();
            if (task.reads().equals(Set.of(DataKind.TEXT)) && !isText(alphabets)) {
                throw file.unusable("its alphabets are not the characters of a text in ascending order");
            }
            return new Layout(task.about().type(), alphabets, data.order());
        });
    }

    /** Whether the same characters are read and given, in the order that a text's vocabulary has. */
    private static boolean isText(Alphabets alphabets) {
        return alphabets.equals(Layout.of(alphabets.input().vocabulary()).alphabets());
    }

    private TaskConfig task() {
        String task = entry(CheckpointFormat.TASK);
        return checked(CheckpointFormat.TASK, () -> TaskConfig.parse(task));
    }

    /** What a model learned before there were tasks: the text generator's. */
    private TrainingData text(NetworkSpec spec) {
        TextSource source = record(CheckpointFormat.TEXT, TextSource.class);
        return new TrainingData(TaskConfig.of(Tasks.standard()), Layout.of(vocabulary(spec)), 0, source);
    }

    private NetworkSpec spec(int version) {
        return checked(CheckpointFormat.NETWORK, () -> {
            NetworkSpec spec = version > 1
                    ? record(CheckpointFormat.NETWORK, NetworkShape.class).spec()
                    : record(CheckpointFormat.NETWORK, NetworkOfVersion1.class).spec();
            return spec.with(initialization());
        });
    }

    private Initialization initialization() {
        return file.metadata().containsKey(CheckpointFormat.INITIALIZATION)
                ? checked(
                        CheckpointFormat.INITIALIZATION,
                        () -> Initialization.named(entry(CheckpointFormat.INITIALIZATION)))
                : Initialization.UNIFORM;
    }

    private int version() {
        String version = entry(CheckpointFormat.FORMAT);
        if (!version.matches("[1-9][0-9]{0,8}")) {
            throw file.unusable("its format \"%s\" is not a version number".formatted(abbreviated(version)));
        }
        if (Integer.parseInt(version) > CheckpointFormat.VERSION) {
            throw Reason.NEWER_FORMAT.exception(file.path(), version, CheckpointFormat.VERSION);
        }
        return Integer.parseInt(version);
    }

    private Progress progress(int version) {
        return version > 3
                ? record(CheckpointFormat.PROGRESS, Progress.class)
                : record(CheckpointFormat.PROGRESS, ProgressOfVersion3.class).progress();
    }

    private TrainingSnapshot training(NetworkSpec spec, int version) {
        TrainingConfig config = config();
        TrainerState state = state(spec, config);
        RunNotes notes = progress(version).notes(state.steps(), config.learningRate(), entry(CheckpointFormat.CURVES));
        return new TrainingSnapshot(config, record(CheckpointFormat.SPLIT, Split.class), state, notes);
    }

    private TrainingConfig config() {
        String json = text(CheckpointFormat.TRAINING);
        return checked(CheckpointFormat.TRAINING, () -> {
            if (TrainingForm.isNewer(json)) {
                throw Reason.NEWER_SETTING.exception(file.path());
            }
            return TrainingForm.read(json);
        });
    }

    private Vocabulary vocabulary(NetworkSpec spec) {
        return checked(CheckpointFormat.VOCABULARY, () -> {
            int[] codePoints = MetadataJson.read(entry(CheckpointFormat.VOCABULARY), int[].class);
            int[] ascending = codePoints.clone();
            Arrays.sort(ascending);
            if (codePoints.length != spec.inputs() || !Arrays.equals(codePoints, ascending)) {
                throw file.unusable(String.format(
                        Locale.ROOT,
                        "its vocabulary is not a list of %d code points in ascending order",
                        spec.inputs()));
            }
            return new Vocabulary(codePoints);
        });
    }

    /** First makes sure that all tensors are there in their sizes, then allocates. */
    private TrainerState state(NetworkSpec spec, TrainingConfig config) {
        Counters counters = counters();
        TorchLayout layout = new TorchLayout(spec);
        int moments = Optimizer.of(config.optimizer(), 0).memory().size();
        layout.require(file, "");
        for (int moment = 0; moment < moments; moment++) {
            layout.require(file, CheckpointFormat.momentPrefix(moment));
        }
        if (hasLastGood()) {
            layout.require(file, CheckpointFormat.LAST_GOOD_PREFIX);
        }
        long averaged = averaged();
        String trained = averaged > 0 ? CheckpointFormat.TRAINED_PREFIX : "";
        layout.require(file, trained);
        requireState(spec, config.batch());
        return new TrainerState(
                counters.steps(),
                weights(layout, trained),
                moments(layout, moments),
                counters.updates(),
                hidden(spec, config.batch()),
                random(),
                counters.progress(),
                lastGood(layout, counters),
                averaged > 0 ? new WeightAverage.AverageState(averaged, weights(layout, "")) : null);
    }

    /** How many steps the model's weights are an average of; 0 where they are those of the last one. */
    private long averaged() {
        String count = file.metadata().getOrDefault(CheckpointFormat.AVERAGED, "0");
        if (!count.matches("[0-9]{1,18}")) {
            throw file.unusable("its \"%s\" is not a count".formatted(CheckpointFormat.AVERAGED));
        }
        return Long.parseLong(count);
    }

    /** Weights of a run that diverged are of no use to anybody. */
    private float[] weights(TorchLayout layout, String prefix) {
        float[] weights = layout.values(file, prefix);
        requireNumbers(weights, file.path());
        return weights;
    }

    static void requireNumbers(float[] weights, Path file) {
        for (float weight : weights) {
            if (!Float.isFinite(weight)) {
                throw Reason.WEIGHTS_NOT_NUMBERS.exception(file);
            }
        }
    }

    private boolean hasLastGood() {
        return file.metadata().containsKey(CheckpointFormat.LAST_GOOD)
                && record(CheckpointFormat.LAST_GOOD, Fallback.class).apart();
    }

    private LastGood lastGood(TorchLayout layout, Counters counters) {
        if (!file.metadata().containsKey(CheckpointFormat.LAST_GOOD)) {
            return LastGood.present(counters.steps());
        }
        Fallback saved = record(CheckpointFormat.LAST_GOOD, Fallback.class);
        if (saved.step() < 0 || saved.step() > counters.steps()) {
            throw file.unusable("its \"%s\" is of a step that was not done yet".formatted(CheckpointFormat.LAST_GOOD));
        }
        return checked(CheckpointFormat.LAST_GOOD, () -> {
            float[] weights = saved.apart() ? weights(layout, CheckpointFormat.LAST_GOOD_PREFIX) : null;
            return new LastGood(saved.step(), saved.meanLoss(), saved.steady(), weights);
        });
    }

    private Counters counters() {
        Counters counters = record(CheckpointFormat.PLACE, Counters.class);
        if (counters.steps() < 0 || counters.updates() < 0 || counters.plateau().length != 3) {
            throw file.unusable("its \"%s\" has a negative count or a wrong length".formatted(CheckpointFormat.PLACE));
        }
        return counters;
    }

    private List<float[]> moments(TorchLayout layout, int count) {
        List<float[]> moments = new ArrayList<>();
        for (int moment = 0; moment < count; moment++) {
            moments.add(layout.values(file, CheckpointFormat.momentPrefix(moment)));
        }
        return moments;
    }

    private void requireState(NetworkSpec spec, int batch) {
        for (int buffer = 0; buffer < spec.kind().stateBuffers(); buffer++) {
            file.require(CheckpointFormat.stateName(buffer), Tensor.DType.F32, stateLayers(spec), batch, spec.hidden());
        }
    }

    private static int stateLayers(NetworkSpec spec) {
        return spec.layers() * spec.directions().count();
    }

    private State hidden(NetworkSpec spec, int batch) {
        State hidden = State.zero(spec, batch);
        int layerSize = batch * spec.hidden();
        for (int buffer = 0; buffer < spec.kind().stateBuffers(); buffer++) {
            int here = buffer;
            file.floats(
                    CheckpointFormat.stateName(buffer),
                    (index, number) -> hidden.buffers()[index / layerSize][here][index % layerSize] = number,
                    stateLayers(spec),
                    batch,
                    spec.hidden());
        }
        return hidden;
    }

    private byte[] random() {
        byte[] random = file.bytes(CheckpointFormat.RANDOM);
        int expected =
                ((RandomProviderDefaultState) RandomStreams.initialization(0).saveState()).getState().length;
        if (random.length != expected) {
            throw file.unusable(String.format(
                    Locale.ROOT, "its random numbers' state has %d bytes, expected %d", random.length, expected));
        }
        return random;
    }

    private <T> T record(String name, Class<T> type) {
        String json = text(name);
        return checked(name, () -> MetadataJson.read(json, type));
    }

    /** The JSON of a record. */
    private String text(String name) {
        String json = entry(name);
        if (json.length() > MAX_RECORD) {
            throw file.unusable("its \"%s\" is too long".formatted(name));
        }
        return json;
    }

    /** Reads an entry of the metadata; what it refuses is refused with the entry's name. */
    private <T> T checked(String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | ProblemException e) {
            String reason = abbreviated(String.valueOf(e.getMessage()));
            throw file.unusable("its \"%s\" cannot be used (%s)".formatted(name, reason));
        }
    }

    private String entry(String name) {
        String entry = file.metadata().get(name);
        if (entry == null) {
            throw file.unusable("its metadata has no \"%s\"".formatted(name));
        }
        return entry;
    }

    private static String abbreviated(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
