package unroll.settings;

import java.util.List;
import java.util.Locale;
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
                    "Cell",
                    new OneOf<>(
                            Cells.all().stream().map(Cell::name).toList(),
                            cell -> cell,
                            cell -> Cells.named(cell).title()),
                    ModelSettings::cell,
                    ModelSettings::withCell)
            .label("_Cell")
            .help(
                    "How a hidden unit remembers. Elman is the plain one and forgets soon; GRU and LSTM have gates that keep"
                            + " things for long.")
            .trying(settings -> List.of("elman", "gru", "lstm"));

    public static final Setting<Directions> BIDIRECTIONAL = Setting.ofModel(
                    "bidirectional",
                    "Direction",
                    new OneOf<>(
                            List.of(Directions.values()),
                            way -> way == Directions.UNIDIRECTIONAL ? "unidirectional" : "bidirectional",
                            way -> way == Directions.UNIDIRECTIONAL ? "Unidirectional" : "Bidirectional",
                            Map.of("one", Directions.UNIDIRECTIONAL, "two", Directions.BIDIRECTIONAL)),
                    ModelSettings::directions,
                    ModelSettings::withDirections)
            .called("The direction")
            .help(
                    "Whether layers read from the first step to the last only, or also back from the last one. A network that"
                            + " is to guess what comes next may not: it would read the answer.")
            .trying(settings -> List.of(Directions.values()))
            .spelled(
                    new Spelling("bidirectional", "bidirectional", true, false, "Read forward and backward"),
                    new Spelling("no-bidirectional", "unidirectional", true, false, "Read forward only"),
                    new Spelling("ways", "", false, true, ""));

    public static final Setting<Long> HIDDEN = Setting.ofModel(
                    "hidden",
                    "Hidden size",
                    new WholeNumber(NetworkSpec.HIDDEN, "unit", ""),
                    model -> (long) model.hidden(),
                    (model, value) -> model.withHidden(Math.toIntExact(value)))
            .label("Hi_dden size")
            .help(
                    "How many numbers a layer remembers with. Twice as many learn more and take about four times the work.")
            .trying(settings -> around(settings.model().hidden(), 1, 2));

    public static final Setting<Long> LAYERS = Setting.ofModel(
                    "layers",
                    "Layers",
                    new WholeNumber(NetworkSpec.LAYERS, "layer", ""),
                    model -> (long) model.layers(),
                    (model, value) -> model.withLayers(Math.toIntExact(value)))
            .label("_Layers")
            .called("The number of layers")
            .help("How many recurrent layers are stacked. Two often beat one; more want patience and data.")
            .trying(settings -> List.of(1L, 2L, 3L));

    public static final Setting<Double> DROPOUT = Setting.ofModel(
                    "dropout",
                    "Dropout",
                    new Decimal(NetworkSpec.DROPOUT),
                    ModelSettings::dropout,
                    ModelSettings::withDropout)
            .label("Dropout between layers (share)")
            .help("The share of units between two layers dropped at random in every training step. It keeps a large"
                    + " network from memorizing a small text.")
            .trying(settings -> List.of(0.0, 0.2, 0.5))
            .idleWhere(settings -> settings.model().layers() > 1
                    ? null
                    : "Dropout acts between layers, so with one layer it does nothing.");

    public static final Setting<Initialization> INITIALIZATION = Setting.ofModel(
                    "initialization",
                    "Initialization",
                    new OneOf<>(List.of(Initialization.values()), Initialization::word, Initialization::title),
                    ModelSettings::initialization,
                    ModelSettings::withInitialization)
            .label("_Initialization")
            .help("How the weights of a new network are drawn. Uniform repeats runs of earlier versions.")
            .trying(settings -> List.of(Initialization.STANDARD, Initialization.IDENTITY, Initialization.UNIFORM));

    public static final Setting<Double> LEARNING_RATE = Setting.ofTraining(
                    "learning-rate",
                    "Learning rate",
                    new Decimal(TrainingConfig.LEARNING_RATE),
                    TrainingConfig::learningRate,
                    (change, value) -> change.learningRate = value)
            .label("Learning _rate")
            .help(
                    "How far each step moves the weights. Too small learns slowly, too large makes the loss jump; it may be"
                            + " changed while training.")
            .changeable()
            .named(value -> "Rate " + NumericRange.text(value))
            .trying(settings -> {
                double rate = settings.training().learningRate();
                return List.of(rate / 4, rate, 4 * rate);
            });

    public static final Setting<RateSchedule> SCHEDULE = Setting.ofTraining(
                    "schedule",
                    "Rate schedule",
                    new WrittenForm<>(
                            RateSchedule::parse,
                            RateSchedule::text,
                            "constant, step:FACTOR:EVERY, cosine:WARMUP:TOTAL[:FLOOR] or plateau:FACTOR:PATIENCE, counted in"
                                    + " steps, for plateau in validations"),
                    TrainingConfig::schedule,
                    (change, value) -> change.schedule = value)
            .help("How the learning rate moves over the run. Falling rates settle the last details; a constant one is"
                    + " simplest.")
            .changeable()
            .named(RateSchedule::text)
            .trying(settings -> Stream.of("constant", "step:0.5:500", "cosine:100:2000")
                    .map(RateSchedule::parse)
                    .toList());

    public static final Setting<OptimizerKind> OPTIMIZER = Setting.ofTraining(
                    "optimizer",
                    "Optimizer",
                    new OneOf<>(List.of(OptimizerKind.values()), OptimizerKind::word, OptimizerKind::title),
                    config -> config.optimizer().kind(),
                    (change, value) -> change.optimizer = change.optimizer.switchedTo(value))
            .in(SettingGroup.OPTIMIZER)
            .label("_Optimizer")
            .help(
                    "The rule that turns gradients into steps. Adam is the safe choice; plain SGD needs a rate some hundred"
                            + " times larger.")
            .trying(settings -> List.of(OptimizerKind.SGD, OptimizerKind.RMSPROP, OptimizerKind.ADAM));

    public static final Setting<Double> MOMENTUM = constant(
                    "momentum",
                    "Momentum",
                    OptimizerSpec.SHARE,
                    OptimizerSpec::momentum,
                    OptimizerSpec::withMomentum,
                    OptimizerKind.SGD)
            .help(
                    "The share of the last step that SGD keeps. More carries it through flat stretches, and past the aim.")
            .trying(settings -> List.of(0.0, 0.9, 0.99));

    public static final Setting<Double> MEAN_SQUARE_DECAY = constant(
                    "mean-square-decay",
                    "Mean square decay",
                    OptimizerSpec.SHARE,
                    OptimizerSpec::decay,
                    OptimizerSpec::withDecay,
                    OptimizerKind.RMSPROP)
            .help("The share of the old mean square that RMSProp keeps. Nearer to 1 it remembers more steps.");

    public static final Setting<Double> BETA1 = constant(
                    "beta1",
                    "Beta 1",
                    OptimizerSpec.SHARE,
                    OptimizerSpec::beta1,
                    OptimizerSpec::withBeta1,
                    OptimizerKind.ADAM,
                    OptimizerKind.ADAMW)
            .help("The share of the old mean gradient that Adam keeps. Nearer to 1 it remembers more steps.");

    public static final Setting<Double> BETA2 = constant(
                    "beta2",
                    "Beta 2",
                    OptimizerSpec.SHARE,
                    OptimizerSpec::beta2,
                    OptimizerSpec::withBeta2,
                    OptimizerKind.ADAM,
                    OptimizerKind.ADAMW)
            .help("The share of the old mean square that Adam keeps. Nearer to 1 it remembers more steps.");

    public static final Setting<Double> EPSILON = constant(
                    "epsilon",
                    "Epsilon",
                    OptimizerSpec.EPSILON,
                    OptimizerSpec::epsilon,
                    OptimizerSpec::withEpsilon,
                    OptimizerKind.ADAGRAD,
                    OptimizerKind.RMSPROP,
                    OptimizerKind.ADAM,
                    OptimizerKind.ADAMW)
            .help(
                    "What is added to the root that the optimizer divides by. Larger calms weights whose gradients are tiny.");

    public static final Setting<Double> WEIGHT_DECAY = constant(
                    "weight-decay",
                    "Weight decay",
                    OptimizerSpec.WEIGHT_DECAY,
                    OptimizerSpec::weightDecay,
                    OptimizerSpec::withWeightDecay,
                    OptimizerKind.ADAMW)
            .help(
                    "The share of each weight that AdamW takes away at every step, times the rate. More keeps the network from"
                            + " memorizing a small text.")
            .trying(settings -> List.of(0.0, 0.01, 0.1));

    public static final Setting<Double> LABEL_SMOOTHING = Setting.ofTraining(
                    "label-smoothing",
                    "Label smoothing",
                    new Decimal(TrainingConfig.LABEL_SMOOTHING),
                    TrainingConfig::labelSmoothing,
                    (change, value) -> change.labelSmoothing = value)
            .help(
                    "The share of each target that is spread evenly over all symbols. It keeps the network from growing too"
                            + " sure of a small text; the losses that are shown are those without it.")
            .changeable()
            .trying(settings -> List.of(0.0, 0.05, 0.1));

    public static final Setting<Double> WEIGHT_AVERAGE = Setting.ofTraining(
                    "weight-average",
                    "Weight average",
                    new Decimal(TrainingConfig.WEIGHT_AVERAGE),
                    TrainingConfig::weightAverage,
                    (change, value) -> change.weightAverage = value)
            .help(
                    "The share of the past in an average of the weights, which is measured, writes and is saved in their place."
                            + " Nearer to 1 it averages more steps, which smooths out the last details.")
            .trying(settings -> List.of(0.0, 0.99, 0.999));

    public static final Setting<Clipping> CLIPPING = Setting.ofTraining(
                    "clipping",
                    "Clipping",
                    new WrittenForm<>(Clipping::parse, Clipping::text, "norm:LIMIT, value:LIMIT or off"),
                    TrainingConfig::clipping,
                    (change, value) -> change.clipping = value)
            .label("Clip gradients")
            .help("How large gradients are clipped before a step. By norm keeps their direction; by value cuts every"
                    + " entry; off risks a loss that jumps.")
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
                    "Batch",
                    new WholeNumber(TrainingConfig.BATCH),
                    config -> (long) config.batch(),
                    (change, value) -> change.batch = Math.toIntExact(value))
            .label("_Batch (streams)")
            .help(
                    "How many places of the text, or examples, are read side by side. More give calmer steps and better use of"
                            + " the processor.")
            .trying(settings -> around(settings.training().batch(), 2, 1));

    public static final Setting<Long> WINDOW = Setting.ofTraining(
                    "window",
                    "Window",
                    new WholeNumber(TrainingConfig.WINDOW),
                    config -> (long) config.window(),
                    (change, value) -> change.window = Math.toIntExact(value))
            .label("_Window (characters)")
            .help(
                    "How many characters the gradient looks back (truncated BPTT). Longer windows learn longer ties and take"
                            + " longer steps.")
            .trying(settings -> around(settings.training().window(), 2, 1));

    public static final Setting<Long> VALIDATE_EVERY = Setting.ofTraining(
                    "validate-every",
                    "Validate every",
                    new WholeNumber(TrainingConfig.INTERVAL, "step", "never"),
                    config -> (long) config.validateEvery(),
                    (change, value) -> change.validateEvery = Math.toIntExact(value))
            .label("Validate every (steps)")
            .called("The interval between validations")
            .help("How many steps lie between two measurements of the loss on text the network does not learn from."
                    + " Measuring costs a moment each time.")
            .changeable();

    public static final Setting<Long> SAMPLE_EVERY = Setting.ofTraining(
                    "sample-every",
                    "Sample every",
                    new WholeNumber(TrainingConfig.INTERVAL, "step", "never"),
                    config -> (long) config.sampleEvery(),
                    (change, value) -> change.sampleEvery = Math.toIntExact(value))
            .label("Sample every (steps)")
            .called("The interval between samples")
            .help("How many steps lie between two samples. Samples come from a copy and do not disturb the run.")
            .changeable();

    public static final Setting<Long> MAX_STEPS = Setting.ofTraining(
                    "steps",
                    "Last step",
                    new WholeNumber(TrainingConfig.MAX_STEPS, "", "no end"),
                    TrainingConfig::maxSteps,
                    (change, value) -> change.maxSteps = value)
            .label("Stop at (step, 0: never)")
            .help("The step at which the run ends by itself. With an end, the time left is shown.")
            .changeable();

    public static final Setting<Long> PATIENCE = Setting.ofTraining(
                    "patience",
                    "Patience",
                    new WholeNumber(TrainingConfig.INTERVAL, "validation", "never stop early"),
                    config -> (long) config.patience(),
                    (change, value) -> change.patience = Math.toIntExact(value))
            .label("Patience (validations)")
            .help(
                    "After how many validations without a new best loss the run stops early. It ends a run that has begun to"
                            + " memorize its text.")
            .changeable();

    public static final Setting<Long> THREADS = Setting.ofTraining(
                    "threads",
                    "Threads",
                    new WholeNumber(TrainingConfig.THREADS, "", "automatic"),
                    config -> (long) config.threads(),
                    (change, value) -> change.threads = Math.toIntExact(value))
            .label("Threads (0: automatic)")
            .called("The number of threads")
            .help("How many processor cores share the hidden units. One core is best left to the window.");

    public static final Setting<Long> SEED = Setting.ofTraining(
                    "seed",
                    "Seed",
                    new WholeNumber(NumericRange.whole(Long.MIN_VALUE, Long.MAX_VALUE)),
                    TrainingConfig::seed,
                    (change, value) -> change.seed = value)
            .help(
                    "Where every random number of the run comes from. The same seed and settings give the same run again.")
            .trying(settings -> LongStream.range(0, 3)
                    .mapToObj(more -> settings.training().seed() + more)
                    .toList());

    public static final Setting<Split> SPLIT = new Setting<>(
                    "split",
                    "Split",
                    SettingGroup.DATA,
                    new WrittenForm<>(
                            Split::parse, Split::toString, "three shares that add up to 1, such as 0.9,0.05,0.05"),
                    Settings::split,
                    Settings::withSplit)
            .help("The shares of the training, validation and test part. A text is divided by position.");

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

    /** The setting of this id. */
    public static Optional<Setting<?>> named(String id) {
        return ALL.stream().filter(setting -> setting.id().equals(id)).findFirst();
    }

    /** A constant of some optimizers. */
    private static Setting<Double> constant(
            String id,
            String title,
            NumericRange range,
            Function<OptimizerSpec, Double> getter,
            BiFunction<OptimizerSpec, Double, OptimizerSpec> wither,
            OptimizerKind... owners) {
        List<OptimizerKind> kinds = List.of(owners);
        String names = Wording.list(kinds.stream().map(OptimizerKind::title).toList(), "and");
        return Setting.ofTraining(
                        id,
                        title,
                        new Decimal(range),
                        config -> getter.apply(config.optimizer()),
                        (change, value) -> change.optimizer = wither.apply(change.optimizer, value))
                .in(SettingGroup.OPTIMIZER)
                .idleWhere(settings -> {
                    OptimizerKind kind = settings.training().optimizer().kind();
                    return kinds.contains(kind)
                            ? null
                            : "The %s belongs to %s, and the optimizer is %s."
                                    .formatted(title.toLowerCase(Locale.ROOT), names, kind.title());
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
