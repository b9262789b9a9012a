package unroll.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import unroll.message.Damage;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;
import unroll.network.Initialization;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.network.Vocabularies;
import unroll.task.Alphabets;
import unroll.task.DataKind;
import unroll.task.Layout;
import unroll.task.RandomStreams;
import unroll.task.Task;
import unroll.task.TaskConfig;
import unroll.task.Tasks;
import unroll.train.LastGood;
import unroll.train.LossRange;
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
            throw Damage.NETWORK_TOO_LARGE.exception(file.path(), spec.parameters());
        }
        TrainingData subject = version > 2 ? subject() : text(spec);
        requireSame(spec.vocabularies(), subject.layout().vocabularies());
        return new Checkpoint(spec, subject, training(spec, version));
    }

    private void requireSame(Vocabularies network, Vocabularies learned) {
        if (!network.equals(learned)) {
            throw Damage.OTHER_ALPHABETS.exception(
                    file.path(),
                    network.source(),
                    network.inputs(),
                    network.outputs(),
                    learned.source(),
                    learned.inputs(),
                    learned.outputs());
        }
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
                throw Damage.NOT_A_TEXT.exception(file.path());
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
            throw Damage.NO_VERSION.exception(file.path(), Wording.quote(version));
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
        if (checked(CheckpointFormat.TRAINING, () -> TrainingForm.isNewer(json))) {
            throw Reason.NEWER_SETTING.exception(file.path());
        }
        return checked(CheckpointFormat.TRAINING, () -> TrainingForm.read(json));
    }

    private Vocabulary vocabulary(NetworkSpec spec) {
        return checked(CheckpointFormat.VOCABULARY, () -> {
            int[] codePoints = MetadataJson.read(entry(CheckpointFormat.VOCABULARY), int[].class);
            int[] ascending = codePoints.clone();
            Arrays.sort(ascending);
            if (codePoints.length != spec.inputs() || !Arrays.equals(codePoints, ascending)) {
                throw Damage.WRONG_VOCABULARY.exception(file.path(), spec.inputs());
            }
            return new Vocabulary(codePoints);
        });
    }

    /** First makes sure that all tensors are there in their sizes, then allocates. */
    private TrainerState state(NetworkSpec spec, TrainingConfig config) {
        Counters counters = counters();
        TorchLayout layout = new TorchLayout(spec);
        int moments = config.optimizer().kind().moments();
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
            throw Damage.NO_COUNT.exception(file.path(), CheckpointFormat.AVERAGED);
        }
        return Long.parseLong(count);
    }

    private float[] values(TorchLayout layout, String prefix) {
        return layout.values((name, sink, shape) -> file.floats(prefix + name, sink, shape));
    }

    /** Weights of a run that diverged are of no use to anybody. */
    private float[] weights(TorchLayout layout, String prefix) {
        float[] weights = values(layout, prefix);
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
            throw Damage.FUTURE_STEP.exception(file.path(), CheckpointFormat.LAST_GOOD);
        }
        if (saved.meanLoss() < 0 || saved.steady() < 0 || saved.steady() > LossRange.STEADY) {
            throw Damage.WRONG_LOSSES.exception(file.path(), CheckpointFormat.LAST_GOOD);
        }
        float[] weights = saved.apart() ? weights(layout, CheckpointFormat.LAST_GOOD_PREFIX) : null;
        return new LastGood(saved.step(), saved.meanLoss(), saved.steady(), weights);
    }

    private Counters counters() {
        Counters counters = record(CheckpointFormat.PLACE, Counters.class);
        if (counters.steps() < 0 || counters.updates() < 0 || counters.plateau().length != 3) {
            throw Damage.WRONG_COUNTERS.exception(file.path(), CheckpointFormat.PLACE);
        }
        return counters;
    }

    private List<float[]> moments(TorchLayout layout, int count) {
        List<float[]> moments = new ArrayList<>();
        for (int moment = 0; moment < count; moment++) {
            moments.add(values(layout, CheckpointFormat.momentPrefix(moment)));
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
            throw Damage.RANDOM_STATE.exception(file.path(), random.length, expected);
        }
        return random;
    }

    private <T> T record(String name, Class<T> type) {
        String json = text(name);
        return checked(name, () -> MetadataJson.read(json, type));
    }

    private String text(String name) {
        String json = entry(name);
        if (json.length() > MAX_RECORD) {
            throw Damage.ENTRY_TOO_LONG.exception(file.path(), name);
        }
        return json;
    }

    /** Reads an entry of the metadata; what it refuses is refused with the entry's name. */
    private <T> T checked(String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ProblemException e) {
            throw e.problem() instanceof Problem.DamagedFile ? e : unusable(name, e.problem(), e);
        } catch (IllegalArgumentException e) {
            throw unusable(name, Reason.MALFORMED_ENTRY.with(), e);
        }
    }

    private ProblemException unusable(String name, Problem reason, RuntimeException cause) {
        Problem damage = new Problem.DamagedFile(file.path(), Damage.ENTRY_UNUSABLE, List.of(name, reason));
        return new ProblemException(damage, cause);
    }

    private String entry(String name) {
        String entry = file.metadata().get(name);
        if (entry == null) {
            throw Damage.ENTRY_MISSING.exception(file.path(), name);
        }
        return entry;
    }
}
