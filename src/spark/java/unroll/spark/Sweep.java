package unroll.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import unroll.session.data.OpenedFiles;
import unroll.session.report.ReportColumn;
import unroll.settings.SettingsSchema;
import unroll.sweep.SweepEstimate;
import unroll.sweep.SweepPlan;
import unroll.sweep.SweepTable;
import unroll.sweep.Trial;
import unroll.sweep.TrialRunner;

/**
 * Trains the trials of a plan on the executors of a Spark cluster, one a task: {@code spark-submit --class unroll.spark.Sweep
 * unroll-spark.jar plan.json out}. The folder {@code out} gets a file for every trial as it ends, in {@code trials} and
 * {@code metrics}, and at the end {@code runs.csv}, the same to the byte as the table of {@code unroll sweep}, and
 * {@code runs.parquet}. Started again, it trains only what is missing.
 */
public final class Sweep {
    private final TrialRunner runner;
    private final SharedPlan shared;
    private final SharedFolder out;
    private final SparkSession spark;

    private Sweep(Path file, String out, SparkSession spark) throws IOException {
        SweepPlan plan = SweepPlan.read(file);
        OpenedFiles opened = plan.open();
        runner = new TrialRunner(plan, opened);
        shared = new SharedPlan(String.valueOf(file.getFileName()), Files.readAllBytes(file), opened);
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.out = SharedFolder.of(out, new SerializableConfiguration(context.hadoopConfiguration()));
        this.spark = spark;
    }

    /** @param arguments the plan, and the folder for what comes of it, which all executors see */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Two arguments are expected: PLAN.json OUT-FOLDER.");
            System.exit(2);
        }
        Path file = Path.of(arguments[0]);
        long threads =
                SettingsSchema.THREADS.get(SweepPlan.read(file).trials().get(0).settings());
        SparkSession spark = SparkSession.builder()
                .config(JobConf.of("unroll sweep", threads))
                .getOrCreate();
        try {
            new Sweep(file, arguments[1], spark).run();
        } finally {
            spark.stop();
        }
    }

    private void run() throws IOException {
        SweepEstimate estimate = SweepEstimate.of(runner);
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
            train(waiting);
            SweepTable table = collect(local);
            requireComplete(table);
            table.sort();
            out.replace("runs.csv", Files.readAllBytes(local));
            writeParquet();
            report(table);
        } finally {
            Files.deleteIfExists(local);
        }
    }

    /** The table of the trials that have ended. */
    private SweepTable collect(Path local) throws IOException {
        Files.write(local, out.readAll(TrialTask.ROWS).getBytes(StandardCharsets.UTF_8));
        return SweepTable.open(local, runner);
    }

    private void train(List<Integer> waiting) {
        if (!waiting.isEmpty()) {
            JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
            TrialTask task = new TrialTask(context.broadcast(shared), out);
            context.parallelize(waiting, waiting.size()).foreach(task);
        }
    }

    private void requireComplete(SweepTable table) throws IOException {
        if (table.size() < runner.plan().trials().size()) {
            throw new IOException("Rows are missing in %s; choose a folder that the driver and all executors see."
                    .formatted(out.path(TrialTask.ROWS)));
        }
    }

    /** The same table with the types of its columns. */
    private void writeParquet() {
        StructType schema = new StructType();
        for (ReportColumn column : ReportColumn.all()) {
            boolean isNumber = column.kind() == ReportColumn.Kind.NUMBER;
            schema = schema.add(column.key(), isNumber ? DataTypes.DoubleType : DataTypes.StringType);
        }
        schema = schema.add("trial", DataTypes.IntegerType)
                .add("plan", DataTypes.StringType)
                .add("outcome", DataTypes.StringType);
        spark.read()
                .options(Map.of("header", "true", "escape", "\""))
                .schema(schema)
                .csv(out.path("runs.csv").toString())
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
