package unroll.session.report;

import static unroll.message.Formats.exact;
import static unroll.message.Formats.figures;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import unroll.checkpoint.TextSource;

/**
 * The columns of a row that stands for a run, in the order they are written. New ones go to the end, so that rows of
 * different versions of this program can be put under one another.
 */
public enum ReportColumn {
    NAME("name", "Name", Kind.TEXT, report -> report.occasion().name()),
    DATE(
            "date",
            "Date",
            Kind.TEXT,
            report -> report.occasion().date().truncatedTo(ChronoUnit.SECONDS).toString()),
    PROGRAM("program", "Program", Kind.TEXT, report -> report.occasion().program()),
    TASK("task", "Task", Kind.TEXT, report -> report.settings().task().toString()),
    CORPUS("corpus", "Text", Kind.TEXT, report -> ofSource(report, TextSource::name)),
    CORPUS_CHARACTERS(
            "corpus_characters",
            "Characters",
            Kind.NUMBER,
            report -> ofSource(report, source -> exact(source.length()))),
    CORPUS_CHECKSUM("corpus_checksum", "Checksum", Kind.TEXT, report -> ofSource(report, SettingsFormat::checksum)),
    SYMBOLS("symbols", "Symbols", Kind.NUMBER, report -> known(report.reached().symbols())),
    CELL("cell", "Cell", Kind.TEXT, report -> report.settings().model().cell()),
    HIDDEN(
            "hidden",
            "Hidden size",
            Kind.NUMBER,
            report -> exact(report.settings().model().hidden())),
    LAYERS(
            "layers",
            "Layers",
            Kind.NUMBER,
            report -> exact(report.settings().model().layers())),
    DIRECTIONS(
            "directions",
            "Directions",
            Kind.NUMBER,
            report -> exact(report.settings().model().directions().count())),
    DROPOUT(
            "dropout",
            "Dropout",
            Kind.NUMBER,
            report -> exact(report.settings().model().dropout())),
    PARAMETERS(
            "parameters",
            "Parameters",
            Kind.NUMBER,
            report -> known(report.reached().parameters())),
    OPTIMIZER(
            "optimizer",
            "Optimizer",
            Kind.TEXT,
            report -> report.settings().training().optimizer().kind().word()),
    LEARNING_RATE(
            "learning_rate",
            "Learning rate",
            Kind.NUMBER,
            report -> exact(report.settings().training().learningRate())),
    SCHEDULE(
            "schedule",
            "Schedule",
            Kind.TEXT,
            report -> report.settings().training().schedule().text()),
    CLIPPING(
            "clipping",
            "Clipping",
            Kind.TEXT,
            report -> SettingsFormat.clipping(report.settings().training().clipping())),
    BATCH(
            "batch",
            "Batch",
            Kind.NUMBER,
            report -> exact(report.settings().training().batch())),
    WINDOW(
            "window",
            "Window",
            Kind.NUMBER,
            report -> exact(report.settings().training().window())),
    SEED(
            "seed",
            "Seed",
            Kind.NUMBER,
            report -> exact(report.settings().training().seed())),
    SPLIT("split", "Split", Kind.TEXT, report -> report.settings().split().toString()),
    STEPS(
            "steps",
            "Steps",
            Kind.NUMBER,
            report -> exact(report.reached().metrics().step())),
    EPOCHS(
            "epochs",
            "Epochs",
            Kind.NUMBER,
            report -> figures(report.reached().metrics().epoch())),
    SECONDS(
            "seconds",
            "Seconds",
            Kind.NUMBER,
            report -> figures(report.reached().metrics().seconds())),
    CHARS_PER_SECOND(
            "chars_per_second",
            "Characters/s",
            Kind.NUMBER,
            report -> ofSpeed(report.reached().metrics().charsPerSecond())),
    TRAIN_LOSS(
            "train_loss",
            "Training loss (nats)",
            Kind.NUMBER,
            report -> figures(report.reached().metrics().losses().train())),
    VALIDATION_LOSS(
            "validation_loss",
            "Validation loss (nats)",
            Kind.NUMBER,
            report -> figures(report.reached().metrics().losses().validation())),
    BEST_VALIDATION_LOSS(
            "best_validation_loss",
            "Best validation loss (nats)",
            Kind.NUMBER,
            report -> figures(report.reached().metrics().losses().best())),
    ACCURACY(
            "accuracy",
            "Accuracy",
            Kind.NUMBER,
            report -> figures(report.reached().scores().accuracy())),
    EXACT_MATCH(
            "exact_match",
            "Exact match",
            Kind.NUMBER,
            report -> figures(report.reached().scores().exactMatch())),
    MACRO_ACCURACY(
            "macro_accuracy",
            "Macro accuracy",
            Kind.NUMBER,
            report -> figures(report.reached().scores().macroAccuracy())),
    INITIALIZATION(
            "initialization",
            "Initialization",
            Kind.TEXT,
            report -> report.settings().model().initialization().word());

    /** What its fields hold. */
    public enum Kind {
        TEXT,
        NUMBER
    }

    private final String key;
    private final String title;
    private final Kind kind;
    private final Function<LabReport, String> field;

    ReportColumn(String key, String title, Kind kind, Function<LabReport, String> field) {
        this.key = key;
        this.title = title;
        this.kind = kind;
        this.field = field;
    }

    /** Its name in the header of a file. */
    public String key() {
        return key;
    }

    /** Its name for a reader. */
    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    /** What it holds of a run; empty where there is nothing. */
    public String of(LabReport report) {
        return field.apply(report);
    }

    /** Those that can be measured along an axis. */
    public static List<ReportColumn> numbers() {
        return Arrays.stream(values())
                .filter(column -> column.kind == Kind.NUMBER)
                .toList();
    }

    static Optional<ReportColumn> keyed(String key) {
        return Arrays.stream(values()).filter(column -> column.key.equals(key)).findFirst();
    }

    private static String ofSource(LabReport report, Function<TextSource, String> field) {
        TextSource source = report.source();
        return source == null ? "" : field.apply(source);
    }

    /** A speed, or nothing where 0 says that none was measured. */
    private static String ofSpeed(double charsPerSecond) {
        return charsPerSecond > 0 ? figures(charsPerSecond) : "";
    }

    /** A count, or nothing where 0 says that it is not known. */
    private static String known(long count) {
        return count == 0 ? "" : exact(count);
    }
}
