package unroll.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.network.Directions;
import unroll.network.Initialization;
import unroll.settings.Settings;
import unroll.train.Clipping;
import unroll.train.OptimizerSpec;
import unroll.train.RateSchedule;

/** The one setting in which the networks of a race differ. Its values are written as a user would type them. */
public enum RaceVariable {
    CELL(
            "Cell",
            settings -> settings.model().cell(),
            (settings, value) -> settings.withModel(settings.model().withCell(value)),
            value -> Cells.named(value).title()),
    HIDDEN(
            "Hidden size",
            settings -> String.valueOf(settings.model().hidden()),
            (settings, value) -> settings.withModel(settings.model().withHidden(whole(value))),
            value -> value + " units"),
    LAYERS(
            "Layers",
            settings -> String.valueOf(settings.model().layers()),
            (settings, value) -> settings.withModel(settings.model().withLayers(whole(value))),
            value -> value.equals("1") ? "1 layer" : value + " layers"),
    DIRECTIONS(
            "Reads",
            settings -> written(settings.model().directions()),
            (settings, value) -> settings.withModel(settings.model().withDirections(directions(value))),
            value -> directions(value) == Directions.ONE_WAY ? "One way" : "Both ways"),
    DROPOUT(
            "Dropout",
            settings -> number(settings.model().dropout()),
            (settings, value) -> settings.withModel(settings.model().withDropout(real(value))),
            value -> "Dropout " + value),
    INITIALIZATION(
            "Initialization",
            settings -> settings.model().initialization().word(),
            (settings, value) -> settings.withModel(settings.model().withInitialization(Initialization.named(value))),
            value -> Initialization.named(value).title()),
    LEARNING_RATE(
            "Learning rate",
            settings -> number(settings.training().learningRate()),
            (settings, value) -> settings.withLearningRate(real(value)),
            value -> "Rate " + value),
    SCHEDULE(
            "Rate schedule",
            settings -> settings.training().schedule().text(),
            (settings, value) -> settings.withTraining(settings.training().withSchedule(RateSchedule.parse(value))),
            value -> value),
    OPTIMIZER(
            "Optimizer",
            settings -> settings.training().optimizer().kind().word(),
            (settings, value) -> settings.withTraining(settings.training()
                    .withOptimizer(settings.training().optimizer().switchedTo(OptimizerSpec.Kind.named(value)))),
            value -> OptimizerSpec.Kind.named(value).title()),
    CLIPPING(
            "Clipping",
            settings -> written(settings.training().clipping()),
            (settings, value) -> settings.withClipping(clipping(settings, value)),
            value -> value.equals(RaceVariable.OFF) ? "Not clipped" : "Clipped at " + value),
    BATCH(
            "Batch",
            settings -> String.valueOf(settings.training().batch()),
            (settings, value) -> settings.withTraining(settings.training().withBatch(whole(value))),
            value -> "Batch " + value),
    WINDOW(
            "Window",
            settings -> String.valueOf(settings.training().window()),
            (settings, value) -> settings.withTraining(settings.training().withWindow(whole(value))),
            value -> "Window " + value),
    SEED(
            "Seed",
            settings -> String.valueOf(settings.training().seed()),
            (settings, value) -> settings.withTraining(settings.training().withSeed(seed(value))),
            value -> "Seed " + value);

    private static final String OFF = "off";

    /** Puts a value into settings. */
    @FunctionalInterface
    private interface Change {
        Settings in(Settings settings, String value);
    }

    private final String title;
    private final Function<Settings, String> value;
    private final Change change;
    private final UnaryOperator<String> name;

    RaceVariable(String title, Function<Settings, String> value, Change change, UnaryOperator<String> name) {
        this.title = title;
        this.value = value;
        this.change = change;
        this.name = name;
    }

    /** What the setting is called. */
    public String title() {
        return title;
    }

    /** The value that these settings have. */
    public String valueOf(Settings settings) {
        return value.apply(settings);
    }

    /**
     * These settings with another value.
     *
     * @throws IllegalArgumentException with a sentence, where it is none
     */
    public Settings in(Settings settings, String wanted) {
        return change.in(settings, wanted);
    }

    /** What to call the network that has this value. */
    public String name(String of) {
        return name.apply(of);
    }

    /** All values there are, simplest first; empty where they are numbers or words to be typed. */
    public List<String> choices() {
        return switch (this) {
            case CELL -> Cells.all().stream().map(Cell::name).toList();
            case DIRECTIONS ->
                Stream.of(Directions.values()).map(RaceVariable::written).toList();
            case INITIALIZATION -> Initialization.words();
            case OPTIMIZER -> OptimizerSpec.Kind.words();
            default -> List.of();
        };
    }

    /** Values worth a first race: what the settings have among others. */
    public List<String> usual(Settings settings) {
        return switch (this) {
            case CELL -> List.of("elman", "gru", "lstm");
            case HIDDEN -> around(settings.model().hidden(), 1, 2);
            case LAYERS -> List.of("1", "2", "3");
            case DIRECTIONS -> choices();
            case DROPOUT -> List.of("0", "0.2", "0.5");
            case INITIALIZATION -> List.of("standard", "identity", "uniform");
            case LEARNING_RATE -> {
                double rate = settings.training().learningRate();
                yield List.of(number(rate / 4), number(rate), number(4 * rate));
            }
            case SCHEDULE -> List.of("constant", "step:0.5:500", "cosine:100:2000");
            case OPTIMIZER -> List.of("sgd", "rmsprop", "adam");
            case CLIPPING -> List.of(OFF, "1", "5");
            case BATCH -> around(settings.training().batch(), 2, 1);
            case WINDOW -> around(settings.training().window(), 2, 1);
            case SEED -> {
                long seed = settings.training().seed();
                yield LongStream.rangeClosed(seed, seed + 2)
                        .mapToObj(Long::toString)
                        .toList();
            }
        };
    }

    /** The value between its halves and doubles: so many of the one below it, so many of the other above. */
    private static List<String> around(int middle, int halves, int doubles) {
        return LongStream.rangeClosed(-halves, doubles - 1)
                .map(power -> power < 0 ? middle >> -power : (long) middle << power)
                .filter(value -> value > 0)
                .mapToObj(Long::toString)
                .toList();
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.10f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String written(Clipping clipping) {
        return clipping.kind() == Clipping.Kind.OFF ? OFF : number(clipping.limit());
    }

    private static int whole(String value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, seed(value)));
    }

    private static long seed(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "“%s” is not a whole number; write the values with commas between them, for example 1, 2, 3."
                            .formatted(value),
                    noNumber);
        }
    }

    private static double real(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "“%s” is not a number; write the values with commas between them, for example 0.1, 0.2."
                            .formatted(value),
                    noNumber);
        }
    }

    private static Directions directions(String value) {
        return oneOf(Directions.values(), value);
    }

    private static <E extends Enum<E>> E oneOf(E[] values, String wanted) {
        return Arrays.stream(values)
                .filter(value -> written(value).equals(wanted))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("“%s” is not known; choose among %s."
                        .formatted(
                                wanted,
                                String.join(
                                        ", ",
                                        Arrays.stream(values)
                                                .map(RaceVariable::written)
                                                .toList()))));
    }

    /** By norm, or as the settings clip where they do it otherwise. */
    private static Clipping clipping(Settings settings, String value) {
        if (value.equals(OFF)) {
            return Clipping.off();
        }
        Clipping.Kind present = settings.training().clipping().kind();
        return new Clipping(present == Clipping.Kind.OFF ? Clipping.Kind.NORM : present, real(value));
    }
}
