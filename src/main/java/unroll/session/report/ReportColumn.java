package unroll.session.report;

import static unroll.message.Formats.figures;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unroll.checkpoint.TextSource;
import unroll.settings.Setting;
import unroll.settings.SettingsSchema;

/**
 * The columns of a row that stands for a run, in the order they are written. New ones go to the end, so that rows of
 * different versions of this program can be put under one another; so do settings by which networks are compared and that have
 * no column here.
 *
 * @param key its name in the header of a file
 * @param title its name for a reader
 * @param field what it holds of a run; empty where there is nothing
 */
public record ReportColumn(String key, String title, ColumnKind kind, Function<LabReport, String> field) {
    /** What its fields hold. */
    public enum ColumnKind {
        TEXT,
        NUMBER
    }

    public static final ReportColumn NAME =
            text("name", "Name", report -> report.metadata().name());
    public static final ReportColumn DATE = text(
            "date",
            "Date",
            report -> report.metadata().date().truncatedTo(ChronoUnit.SECONDS).toString());
    public static final ReportColumn TASK =
            text("task", "Task", report -> report.settings().task().toString());
    public static final ReportColumn CORPUS = text("corpus", "Text", report -> ofSource(report, TextSource::name));
    public static final ReportColumn CORPUS_CHECKSUM =
            text("corpus_checksum", "Checksum", report -> ofSource(report, TextSource::checksumText));
    public static final ReportColumn CELL = of(SettingsSchema.CELL);
    public static final ReportColumn HIDDEN = of(SettingsSchema.HIDDEN);
    public static final ReportColumn LAYERS = of(SettingsSchema.LAYERS);
    public static final ReportColumn PARAMETERS =
            count("parameters", "Parameters", report -> report.results().parameters());
    public static final ReportColumn LEARNING_RATE = of(SettingsSchema.LEARNING_RATE);
    public static final ReportColumn SEED = of(SettingsSchema.SEED);
    public static final ReportColumn SPLIT = of(SettingsSchema.SPLIT);
    public static final ReportColumn STEPS = number(
            "steps",
            "Steps",
            report -> String.valueOf(report.results().metrics().step()));
    public static final ReportColumn SECONDS =
            figure("seconds", "Seconds", report -> report.results().metrics().seconds());
    public static final ReportColumn CHARS_PER_SECOND = figure("chars_per_second", "Characters/s", report -> {
        double speed = report.results().metrics().charsPerSecond();
        // 0 says that none was measured.
        return speed > 0 ? speed : Double.NaN;
    });
    public static final ReportColumn TRAIN_LOSS = figure(
            "train_loss",
            "Training loss (nats)",
            report -> report.results().metrics().losses().train());
    public static final ReportColumn VALIDATION_LOSS = figure(
            "validation_loss",
            "Validation loss (nats)",
            report -> report.results().metrics().losses().validation());
    public static final ReportColumn BEST_VALIDATION_LOSS = figure(
            "best_validation_loss",
            "Best validation loss (nats)",
            report -> report.results().metrics().losses().best());
    public static final ReportColumn ACCURACY =
            figure("accuracy", "Accuracy", report -> report.results().accuracy());
    public static final ReportColumn EXACT_MATCH =
            figure("exact_match", "Exact match", report -> report.results().exactMatch());

    private static final List<ReportColumn> FIRST = List.of(
            NAME,
            DATE,
            text("program", "Program", report -> report.metadata().program()),
            TASK,
            CORPUS,
            number(
                    "corpus_characters",
                    "Characters",
                    report -> ofSource(report, source -> String.valueOf(source.length()))),
            CORPUS_CHECKSUM,
            count("symbols", "Symbols", report -> report.results().symbols()),
            CELL,
            HIDDEN,
            LAYERS,
            number(
                    "directions",
                    "Directions",
                    report -> String.valueOf(
                            report.settings().model().directions().count())),
            of(SettingsSchema.DROPOUT),
            PARAMETERS,
            of(SettingsSchema.OPTIMIZER),
            LEARNING_RATE,
            of(SettingsSchema.SCHEDULE),
            of(SettingsSchema.CLIPPING),
            of(SettingsSchema.BATCH),
            of(SettingsSchema.WINDOW),
            SEED,
            SPLIT,
            STEPS,
            figure("epochs", "Epochs", report -> report.results().metrics().epoch()),
            SECONDS,
            CHARS_PER_SECOND,
            TRAIN_LOSS,
            VALIDATION_LOSS,
            BEST_VALIDATION_LOSS,
            ACCURACY,
            EXACT_MATCH,
            figure(
                    "macro_accuracy",
                    "Macro accuracy",
                    report -> report.results().macroAccuracy()),
            of(SettingsSchema.INITIALIZATION));

    private static final List<ReportColumn> COLUMNS =
            Stream.concat(FIRST.stream(), otherSettings()).toList();

    private static Stream<ReportColumn> otherSettings() {
        Set<String> there = FIRST.stream().map(ReportColumn::key).collect(Collectors.toSet());
        return SettingsSchema.compared().stream()
                .filter(setting -> setting != SettingsSchema.BIDIRECTIONAL && !there.contains(key(setting)))
                .map(ReportColumn::of);
    }

    private static ReportColumn of(Setting<?> setting) {
        return new ReportColumn(
                key(setting),
                setting.title(),
                setting.isNumber() ? ColumnKind.NUMBER : ColumnKind.TEXT,
                report -> setting.text(report.settings()));
    }

    private static String key(Setting<?> setting) {
        return setting.id().replace('-', '_');
    }

    private static ReportColumn text(String key, String title, Function<LabReport, String> field) {
        return new ReportColumn(key, title, ColumnKind.TEXT, field);
    }

    private static ReportColumn number(String key, String title, Function<LabReport, String> field) {
        return new ReportColumn(key, title, ColumnKind.NUMBER, field);
    }

    /** A measured number; empty where it is none. */
    private static ReportColumn figure(String key, String title, ToDoubleFunction<LabReport> field) {
        return number(key, title, report -> figures(field.applyAsDouble(report)));
    }

    /** A count, or nothing where 0 says that it is not known. */
    private static ReportColumn count(String key, String title, Function<LabReport, Number> field) {
        return number(key, title, report -> {
            long count = field.apply(report).longValue();
            return count == 0 ? "" : String.valueOf(count);
        });
    }

    /** All of them. */
    public static List<ReportColumn> all() {
        return COLUMNS;
    }

    /** Those that can be measured along an axis. */
    public static List<ReportColumn> numbers() {
        return COLUMNS.stream()
                .filter(column -> column.kind == ColumnKind.NUMBER)
                .toList();
    }

    static Optional<ReportColumn> keyed(String key) {
        return COLUMNS.stream().filter(column -> column.key.equals(key)).findFirst();
    }

    private static String ofSource(LabReport report, Function<TextSource, String> field) {
        TextSource source = report.source();
        return source == null ? "" : field.apply(source);
    }

    @Override
    public String toString() {
        return key;
    }
}
