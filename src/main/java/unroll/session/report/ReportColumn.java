package unroll.session.report;

import static unroll.message.Formats.figures;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
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

    private static final List<ReportColumn> COLUMNS = new ArrayList<>();

    public static final ReportColumn NAME =
            text("name", "Name", report -> report.metadata().name());
    public static final ReportColumn DATE = text(
            "date",
            "Date",
            report -> report.metadata().date().truncatedTo(ChronoUnit.SECONDS).toString());
    public static final ReportColumn PROGRAM =
            text("program", "Program", report -> report.metadata().program());
    public static final ReportColumn TASK =
            text("task", "Task", report -> report.settings().task().toString());
    public static final ReportColumn CORPUS = text("corpus", "Text", report -> ofSource(report, TextSource::name));
    public static final ReportColumn CORPUS_CHARACTERS = listed(
            "corpus_characters",
            "Characters",
            ColumnKind.NUMBER,
            report -> ofSource(report, source -> String.valueOf(source.length())));
    public static final ReportColumn CORPUS_CHECKSUM =
            text("corpus_checksum", "Checksum", report -> ofSource(report, TextSource::checksumText));
    public static final ReportColumn SYMBOLS =
            count("symbols", "Symbols", report -> report.results().symbols());
    public static final ReportColumn CELL = of(SettingsSchema.CELL);
    public static final ReportColumn HIDDEN = of(SettingsSchema.HIDDEN);
    public static final ReportColumn LAYERS = of(SettingsSchema.LAYERS);
    public static final ReportColumn DIRECTIONS = listed(
            "directions",
            "Directions",
            ColumnKind.NUMBER,
            report -> String.valueOf(report.settings().model().directions().count()));
    public static final ReportColumn DROPOUT = of(SettingsSchema.DROPOUT);
    public static final ReportColumn PARAMETERS =
            count("parameters", "Parameters", report -> report.results().parameters());
    public static final ReportColumn OPTIMIZER = of(SettingsSchema.OPTIMIZER);
    public static final ReportColumn LEARNING_RATE = of(SettingsSchema.LEARNING_RATE);
    public static final ReportColumn SCHEDULE = of(SettingsSchema.SCHEDULE);
    public static final ReportColumn CLIPPING = of(SettingsSchema.CLIPPING);
    public static final ReportColumn BATCH = of(SettingsSchema.BATCH);
    public static final ReportColumn WINDOW = of(SettingsSchema.WINDOW);
    public static final ReportColumn SEED = of(SettingsSchema.SEED);
    public static final ReportColumn SPLIT = of(SettingsSchema.SPLIT);
    public static final ReportColumn STEPS = listed(
            "steps",
            "Steps",
            ColumnKind.NUMBER,
            report -> String.valueOf(report.results().metrics().step()));
    public static final ReportColumn EPOCHS =
            figure("epochs", "Epochs", report -> report.results().metrics().epoch());
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
            figure("accuracy", "Accuracy", report -> report.results().scores().accuracy());
    public static final ReportColumn EXACT_MATCH = figure(
            "exact_match", "Exact match", report -> report.results().scores().exactMatch());
    public static final ReportColumn MACRO_ACCURACY = figure(
            "macro_accuracy",
            "Macro accuracy",
            report -> report.results().scores().macroAccuracy());
    public static final ReportColumn INITIALIZATION = of(SettingsSchema.INITIALIZATION);

    static {
        SettingsSchema.compared().stream()
                .filter(setting -> setting != SettingsSchema.BIDIRECTIONAL)
                .filter(setting -> keyed(key(setting)).isEmpty())
                .forEach(ReportColumn::of);
    }

    private static ReportColumn listed(String key, String title, ColumnKind kind, Function<LabReport, String> field) {
        ReportColumn column = new ReportColumn(key, title, kind, field);
        COLUMNS.add(column);
        return column;
    }

    private static ReportColumn of(Setting<?> setting) {
        return listed(
                key(setting),
                setting.title(),
                setting.isNumber() ? ColumnKind.NUMBER : ColumnKind.TEXT,
                report -> setting.text(report.settings()));
    }

    private static String key(Setting<?> setting) {
        return setting.id().replace('-', '_');
    }

    private static ReportColumn text(String key, String title, Function<LabReport, String> field) {
        return listed(key, title, ColumnKind.TEXT, field);
    }

    /** A measured number; empty where it is none. */
    private static ReportColumn figure(String key, String title, ToDoubleFunction<LabReport> field) {
        return listed(key, title, ColumnKind.NUMBER, report -> figures(field.applyAsDouble(report)));
    }

    /** A count, or nothing where 0 says that it is not known. */
    private static ReportColumn count(String key, String title, Function<LabReport, Number> field) {
        return listed(key, title, ColumnKind.NUMBER, report -> {
            long count = field.apply(report).longValue();
            return count == 0 ? "" : String.valueOf(count);
        });
    }

    /** All of them. */
    public static List<ReportColumn> all() {
        return List.copyOf(COLUMNS);
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
