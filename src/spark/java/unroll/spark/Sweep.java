package unroll.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import unroll.message.Front;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.session.data.OpenedFiles;
import unroll.session.report.ReportColumn;
import unroll.settings.SettingsSchema;
import unroll.sweep.SweepEstimate;
import unroll.sweep.SweepPlan;
import unroll.sweep.SweepTable;
import unroll.sweep.Trial;
import unroll.sweep.TrialResult;
import unroll.sweep.TrialRunner;

/**
 * Trains the trials of a plan on the executors of a Spark cluster, one a task: {@code spark-submit --class unroll.spark.Sweep
 * unroll-spark.jar plan.json out}. The folder {@code out} gets a file for every trial as it ends, in {@code trials} and
 * {@code metrics}, and at the end {@code runs.csv}, the same to the byte as the table of {@code unroll sweep}, and
 * {@code runs.parquet}. Started again, it trains only what is missing.
 */
public final class Sweep {
    private static final String ROWS = "trials";
    private static final String TABLE = "runs.csv";

    private final TrialRunner runner;
    private final SharedFolder out;
    private final SparkSession spark;

    private Sweep(TrialRunner runner, String out, SparkSession spark) throws IOException {
        this.runner = runner;
        this.spark = spark;
        this.out = SharedFolder.of(out, new SerializableConfiguration(context().hadoopConfiguration()));
    }

    /** @param arguments the plan, and the folder for what comes of it, which all executors see */
    public static void main(String[] arguments) {
        Job.run(arguments, "PLAN.json OUT-FOLDER", Sweep::run);
    }

    private static void run(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        SweepPlan plan = SweepPlan.read(file);
        OpenedFiles opened = plan.open();
        TrialRunner runner = new TrialRunner(plan, opened);
        SweepEstimate estimate = SweepEstimate.of(runner);
        SharedPlan shared = new SharedPlan(String.valueOf(file.getFileName()), Files.readAllBytes(file), opened);
        long threads = SettingsSchema.THREADS.get(plan.trials().get(0).settings());
        try (SparkSession spark =
                SparkSession.builder().config(Job.conf("unroll sweep", threads)).getOrCreate()) {
            new Sweep(runner, arguments[1], spark).run(shared, estimate);
        }
    }

    private JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(spark.sparkContext());
    }

    private void run(SharedPlan shared, SweepEstimate estimate) throws IOException {
        Path local = Files.createTempFile("unroll-sweep", ".csv");
        try {
            SweepTable before = collect(local);
            // The longest first, so that none of them is left when all others have ended.
            List<Integer> waiting = estimate.costs().stream()
                    .sorted(Comparator.comparingDouble(SweepEstimate.Cost::work).reversed())
                    .map(SweepEstimate.Cost::trial)
                    .filter(trial -> !before.contains(trial))
                    .map(Trial::number)
                    .toList();
            List<String> refused = train(shared, waiting);
            SweepTable table = collect(local);
            requireComplete(table, refused);
            table.sort();
            out.write(TABLE, Files.readAllBytes(local));
            writeParquet();
            report(table);
        } finally {
            Files.deleteIfExists(local);
        }
    }

    /** The table of the trials that have ended: what an earlier call left at its end, and the rows of single trials. */
    private SweepTable collect(Path local) throws IOException {
        String whole = out.contains(TABLE) ? new String(out.read(TABLE), StandardCharsets.UTF_8) : "";
        Files.writeString(local, whole + out.readAll(ROWS));
        return SweepTable.open(local, out.location(), runner);
    }

    /** Sentences of trials that are refused on their executors. */
    private List<String> train(SharedPlan shared, List<Integer> waiting) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        Broadcast<SharedPlan> plan = context().broadcast(shared);
        SharedFolder folder = out;
        return context()
                .parallelize(waiting, waiting.size())
                .map(number -> train(plan.value().runner(), number, folder))
                .filter(sentence -> !sentence.isEmpty())
                .collect();
    }

    /** Trains a trial whole, and leaves its row and its curves in the folder that all see; a sentence where it is refused. */
    private static String train(TrialRunner runner, int number, SharedFolder out) throws IOException {
        Trial trial = runner.plan().trials().get(number - 1);
        TaskContext task = TaskContext.get();
        TrialResult result;
        try {
            result = runner.run(trial, null, share -> !task.isInterrupted())
                    .orElseThrow(() -> new IOException("The trial was given up, for its task was ended."));
        } catch (ProblemException refused) {
            // Thrown further it would be tried again, with the same result.
            return Reason.TRIAL_REFUSED
                    .with(trial.number(), trial.name(), refused.problem())
                    .sentence(Front.WINDOW);
        }
        String file = String.format(Locale.ROOT, "trial-%04d.csv", number);
        String row = TrialResult.header() + result.line(runner.plan().fingerprint());
        out.write("metrics/" + file, result.curves().getBytes(StandardCharsets.UTF_8));
        out.write(ROWS + "/" + file, row.getBytes(StandardCharsets.UTF_8));
        return "";
    }

    private void requireComplete(SweepTable table, List<String> refused) throws IOException {
        if (!refused.isEmpty()) {
            throw new IOException(refused.get(0));
        }
        if (table.size() < runner.plan().trials().size()) {
            throw new IOException("Rows are missing in %s; choose a folder that the driver and all executors see."
                    .formatted(out.path(ROWS)));
        }
    }

    /** The same table with the types of its columns. */
    private void writeParquet() {
        StructType schema = new StructType();
        for (ReportColumn column : ReportColumn.all()) {
            boolean isNumber = column.kind() == ReportColumn.ColumnKind.NUMBER;
            schema = schema.add(column.key(), isNumber ? DataTypes.DoubleType : DataTypes.StringType);
        }
        schema = schema.add("trial", DataTypes.IntegerType)
                .add("plan", DataTypes.StringType)
                .add("outcome", DataTypes.StringType);
        spark.read()
                .options(Map.of("header", "true", "escape", "\""))
                .schema(schema)
                .csv(out.path(TABLE).toString())
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(out.path("runs.parquet").toString());
    }

    private void report(SweepTable table) {
        SweepTable.Entry best = table.best();
        System.out.printf(
                Locale.ROOT,
                "%d of %d trials done, %d diverged%s%n",
                table.size(),
                runner.plan().trials().size(),
                table.diverged(),
                best == null
                        ? ""
                        : String.format(
                                Locale.ROOT, ", best %.4f (trial %d, %s)", best.loss(), best.trial(), best.name()));
    }
}
