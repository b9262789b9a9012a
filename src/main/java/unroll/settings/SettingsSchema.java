package unroll.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.corpus.Split;
import unroll.message.NumericRange;
import unroll.message.SettingType.Decimal;
import unroll.message.SettingType.OneOf;
import unroll.message.SettingType.WholeNumber;
import unroll.message.SettingType.WrittenForm;
import unroll.message.Wording;
import unroll.network.Directions;
import unroll.network.Initialization;
import unroll.network.NetworkSpec;
import unroll.settings.Setting.SettingGroup;
import unroll.settings.Setting.Spelling;
import unroll.train.Clipping;
import unroll.train.OptimizerSpec;
import unroll.train.OptimizerSpec.OptimizerKind;
import unroll.train.RateSchedule;
import unroll.train.TrainingConfig;

/** All settings of a run. */
public final class SettingsSchema {
    public static final Setting<String> CELL = Setting.ofModel(
                    "cell",
                    new OneOf<>(
                            Cells.all().stream().map(Cell::name).toList(),
                            cell -> cell,
                            cell -> Cells.named(cell).title()),
                    ModelSettings::cell,
                    ModelSettings::withCell)
            .trying(settings -> List.of("elman", "gru", "lstm"));

    public static final Setting<Directions> BIDIRECTIONAL = Setting.ofModel(
                    "bidirectional",
                    new OneOf<>(
                            List.of(Directions.values()),
                            way -> way == Directions.UNIDIRECTIONAL ? "unidirectional" : "bidirectional",
                            way -> way == Directions.UNIDIRECTIONAL ? "Unidirectional" : "Bidirectional",
                            Map.of("one", Directions.UNIDIRECTIONAL, "two", Directions.BIDIRECTIONAL)),
                    ModelSettings::directions,
                    ModelSettings::withDirections)
            .trying(settings -> List.of(Directions.values()))
            .spelled(
                    new Spelling("bidirectional", "bidirectional", true, false, "Read forward and backward"),
                    new Spelling("no-bidirectional", "unidirectional", true, false, "Read forward only"),
                    new Spelling("ways", "", false, true, ""));

    public static final Setting<Long> HIDDEN = Setting.ofModel(
                    "hidden",
                    new WholeNumber(NetworkSpec.HIDDEN, "unit", ""),
                    model -> (long) model.hidden(),
                    (model, value) -> model.withHidden(Math.toIntExact(value)))
            .trying(settings -> around(settings.model().hidden(), 1, 2));

    public static final Setting<Long> LAYERS = Setting.ofModel(
                    "layers",
                    new WholeNumber(NetworkSpec.LAYERS, "layer", ""),
                    model -> (long) model.layers(),
                    (model, value) -> model.withLayers(Math.toIntExact(value)))
            .trying(settings -> List.of(1L, 2L, 3L));

    public static final Setting<Double> DROPOUT = Setting.ofModel(
                    "dropout", new Decimal(NetworkSpec.DROPOUT), ModelSettings::dropout, ModelSettings::withDropout)
            .trying(settings -> List.of(0.0, 0.2, 0.5))
            .idleWhere(settings -> settings.model().layers() > 1
                    ? null
                    : "Dropout acts between layers, so with one layer it does nothing.");

    public static final Setting<Initialization> INITIALIZATION = Setting.ofModel(
                    "initialization",
                    new OneOf<>(List.of(Initialization.values()), Initialization::word, Initialization::title),
                    ModelSettings::initialization,
                    ModelSettings::withInitialization)
            .trying(settings -> List.of(Initialization.STANDARD, Initialization.IDENTITY, Initialization.UNIFORM));

    public static final Setting<Double> LEARNING_RATE = Setting.ofTraining(
                    "learning-rate",
                    new Decimal(TrainingConfig.LEARNING_RATE),
                    TrainingConfig::learningRate,
                    (change, value) -> change.learningRate = value)
            .changeable()
            .named(value -> "Rate " + NumericRange.text(value))
            .trying(settings -> {
                double rate = settings.training().learningRate();
                return List.of(rate / 4, rate, 4 * rate);
            });

    public static final Setting<RateSchedule> SCHEDULE = Setting.ofTraining(
                    "schedule",
                    new WrittenForm<>(
                            RateSchedule::parse,
                            RateSchedule::text,
                            "constant, step:FACTOR:EVERY, cosine:WARMUP:TOTAL[:FLOOR] or plateau:FACTOR:PATIENCE, counted in"
                                    + " steps, for plateau in validations"),
                    TrainingConfig::schedule,
                    (change, value) -> change.schedule = value)
            .changeable()
            .named(RateSchedule::text)
            .trying(settings -> Stream.of("constant", "step:0.5:500", "cosine:100:2000")
                    .map(RateSchedule::parse)
                    .toList());

    public static final Setting<OptimizerKind> OPTIMIZER = Setting.ofTraining(
                    "optimizer",
                    new OneOf<>(List.of(OptimizerKind.values()), OptimizerKind::word, OptimizerKind::title),
                    config -> config.optimizer().kind(),
                    (change, value) -> change.optimizer = change.optimizer.switchedTo(value))
            .in(SettingGroup.OPTIMIZER)
            .trying(settings -> List.of(OptimizerKind.SGD, OptimizerKind.RMSPROP, OptimizerKind.ADAM));

    public static final Setting<Double> MOMENTUM = constant(
                    "momentum",
                    OptimizerSpec.SHARE,
                    OptimizerSpec::momentum,
                    OptimizerSpec::withMomentum,
                    OptimizerKind.SGD)
            .trying(settings -> List.of(0.0, 0.9, 0.99));

    public static final Setting<Double> MEAN_SQUARE_DECAY = constant(
            "mean-square-decay",
            OptimizerSpec.SHARE,
            OptimizerSpec::decay,
            OptimizerSpec::withDecay,
            OptimizerKind.RMSPROP);

    public static final Setting<Double> BETA1 = constant(
            "beta1",
            OptimizerSpec.SHARE,
            OptimizerSpec::beta1,
            OptimizerSpec::withBeta1,
            OptimizerKind.ADAM,
            OptimizerKind.ADAMW);

    public static final Setting<Double> BETA2 = constant(
            "beta2",
            OptimizerSpec.SHARE,
            OptimizerSpec::beta2,
            OptimizerSpec::withBeta2,
            OptimizerKind.ADAM,
            OptimizerKind.ADAMW);

    public static final Setting<Double> EPSILON = constant(
            "epsilon",
            OptimizerSpec.EPSILON,
            OptimizerSpec::epsilon,
            OptimizerSpec::withEpsilon,
            OptimizerKind.ADAGRAD,
            OptimizerKind.RMSPROP,
            OptimizerKind.ADAM,
            OptimizerKind.ADAMW);

    public static final Setting<Double> WEIGHT_DECAY = constant(
                    "weight-decay",
                    OptimizerSpec.WEIGHT_DECAY,
                    OptimizerSpec::weightDecay,
                    OptimizerSpec::withWeightDecay,
                    OptimizerKind.ADAMW)
            .trying(settings -> List.of(0.0, 0.01, 0.1));

    public static final Setting<Double> LABEL_SMOOTHING = Setting.ofTraining(
                    "label-smoothing",
                    new Decimal(TrainingConfig.LABEL_SMOOTHING),
                    TrainingConfig::labelSmoothing,
                    (change, value) -> change.labelSmoothing = value)
            .changeable()
            .trying(settings -> List.of(0.0, 0.05, 0.1));

    public static final Setting<Double> WEIGHT_AVERAGE = Setting.ofTraining(
                    "weight-average",
                    new Decimal(TrainingConfig.WEIGHT_AVERAGE),
                    TrainingConfig::weightAverage,
                    (change, value) -> change.weightAverage = value)
            .trying(settings -> List.of(0.0, 0.99, 0.999));

    public static final Setting<Clipping> CLIPPING = Setting.ofTraining(
                    "clipping",
                    new WrittenForm<>(Clipping::parse, Clipping::text, "norm:LIMIT, value:LIMIT or off"),
                    TrainingConfig::clipping,
                    (change, value) -> change.clipping = value)
            .changeable()
            .named(value -> switch (value.kind()) {
                case OFF -> "Not clipped";
                case NORM -> "Clipped at " + NumericRange.text(value.limit());
                case VALUE -> "Cut at " + NumericRange.text(value.limit());
            })
            .trying(settings -> List.of(Clipping.off(), Clipping.norm(1), Clipping.norm(5)))
            .spelled(
                    new Spelling("clip-norm", "norm:", false, false, "Scale gradients down to this norm"),
                    new Spelling("clip-value", "value:", false, false, "Limit every entry of a gradient to this size"),
                    new Spelling("no-clip", "off", true, false, "Leave gradients as they are"),
                    new Spelling("clipping", "", false, true, ""));

    public static final Setting<Long> BATCH = Setting.ofTraining(
                    "batch",
                    new WholeNumber(TrainingConfig.BATCH),
                    config -> (long) config.batch(),
                    (change, value) -> change.batch = Math.toIntExact(value))
            .trying(settings -> around(settings.training().batch(), 2, 1));

    public static final Setting<Long> WINDOW = Setting.ofTraining(
                    "window",
                    new WholeNumber(TrainingConfig.WINDOW),
                    config -> (long) config.window(),
                    (change, value) -> change.window = Math.toIntExact(value))
            .trying(settings -> around(settings.training().window(), 2, 1));

    public static final Setting<Long> VALIDATE_EVERY = Setting.ofTraining(
                    "validate-every",
                    new WholeNumber(TrainingConfig.INTERVAL, "step", "never"),
                    config -> (long) config.validateEvery(),
                    (change, value) -> change.validateEvery = Math.toIntExact(value))
            .changeable();

    public static final Setting<Long> SAMPLE_EVERY = Setting.ofTraining(
                    "sample-every",
                    new WholeNumber(TrainingConfig.INTERVAL, "step", "never"),
                    config -> (long) config.sampleEvery(),
                    (change, value) -> change.sampleEvery = Math.toIntExact(value))
            .changeable();

    public static final Setting<Long> MAX_STEPS = Setting.ofTraining(
                    "steps",
                    new WholeNumber(TrainingConfig.MAX_STEPS, "", "no end"),
                    TrainingConfig::maxSteps,
                    (change, value) -> change.maxSteps = value)
            .changeable();

    public static final Setting<Long> PATIENCE = Setting.ofTraining(
                    "patience",
                    new WholeNumber(TrainingConfig.INTERVAL, "validation", "never stop early"),
                    config -> (long) config.patience(),
                    (change, value) -> change.patience = Math.toIntExact(value))
            .changeable();

    public static final Setting<Long> THREADS = Setting.ofTraining(
            "threads",
            new WholeNumber(TrainingConfig.THREADS, "", "automatic"),
            config -> (long) config.threads(),
            (change, value) -> change.threads = Math.toIntExact(value));

    public static final Setting<Long> SEED = Setting.ofTraining(
                    "seed",
                    new WholeNumber(NumericRange.whole(Long.MIN_VALUE, Long.MAX_VALUE)),
                    TrainingConfig::seed,
                    (change, value) -> change.seed = value)
            .trying(settings -> LongStream.range(0, 3)
                    .mapToObj(more -> settings.training().seed() + more)
                    .toList());

    public static final Setting<Split> SPLIT = new Setting<>(
            "split",
            SettingGroup.DATA,
            new WrittenForm<>(Split::parse, Split::toString, "three shares that add up to 1, such as 0.9,0.05,0.05"),
            Settings::split,
            Settings::withSplit);

    /** Every setting, in the order in which they are shown and applied. */
    public static final List<Setting<?>> ALL = List.of(
            CELL,
            BIDIRECTIONAL,
            HIDDEN,
            LAYERS,
            DROPOUT,
            INITIALIZATION,
            LEARNING_RATE,
            SCHEDULE,
            OPTIMIZER,
            MOMENTUM,
            MEAN_SQUARE_DECAY,
            BETA1,
            BETA2,
            EPSILON,
            WEIGHT_DECAY,
            LABEL_SMOOTHING,
            WEIGHT_AVERAGE,
            CLIPPING,
            BATCH,
            WINDOW,
            VALIDATE_EVERY,
            SAMPLE_EVERY,
            MAX_STEPS,
            PATIENCE,
            THREADS,
            SEED,
            SPLIT);

    private SettingsSchema() {}

    /** Those by which networks are compared: in a race, in a table of runs. */
    public static List<Setting<?>> compared() {
        return ALL.stream()
                .filter(setting -> !setting.suggestions(Settings.DEFAULT).isEmpty())
                .toList();
    }

    /** Those by which networks are compared and in which these settings differ from others. */
    public static List<Setting<?>> differences(Settings settings, Settings others) {
        return compared().stream()
                .filter(setting -> !setting.text(settings).equals(setting.text(others)))
                .toList();
    }

    public static Optional<Setting<?>> named(String id) {
        return ALL.stream().filter(setting -> setting.id().equals(id)).findFirst();
    }

    /** The setting that is given by this name. */
    public static Optional<Setting<?>> spelled(String name) {
        return ALL.stream()
                .filter(setting ->
                        setting.spellings().stream().map(Spelling::name).anyMatch(name::equals))
                .findFirst();
    }

    /** A constant of some optimizers. */
    private static Setting<Double> constant(
            String id,
            NumericRange range,
            Function<OptimizerSpec, Double> getter,
            BiFunction<OptimizerSpec, Double, OptimizerSpec> wither,
            OptimizerKind... owners) {
        List<OptimizerKind> kinds = List.of(owners);
        String names = Wording.list(kinds.stream().map(OptimizerKind::title).toList(), "and");
        String what = SettingTexts.of(id).what();
        return Setting.ofTraining(
                        id,
                        new Decimal(range),
                        config -> getter.apply(config.optimizer()),
                        (change, value) -> change.optimizer = wither.apply(change.optimizer, value))
                .in(SettingGroup.OPTIMIZER)
                .idleWhere(settings -> {
                    OptimizerKind kind = settings.training().optimizer().kind();
                    return kinds.contains(kind)
                            ? null
                            : "%s belongs to %s, and the optimizer is %s.".formatted(what, names, kind.title());
                });
    }

    /** The value between its halves and doubles: so many of the one below it, so many of the other above. */
    private static List<Long> around(long middle, int halves, int doubles) {
        return LongStream.rangeClosed(-halves, doubles - 1)
                .map(power -> power < 0 ? middle >> -power : middle << power)
                .filter(value -> value > 0)
                .boxed()
                .toList();
    }
}
