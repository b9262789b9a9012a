package unroll.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Starts Spark as every job here needs it, with what the user has set otherwise. */
final class SparkStart {
    private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

    /** The natives are unpacked in the executor's own folder: a cluster's accounts may have no home. */
    private static final String CACHE = "-Dorg.bytedeco.javacpp.cachedir=javacpp";

    private SparkStart() {}

    /** @param threads of each task */
    static SparkSession session(String name, long threads) {
        // The last of two options of one name holds, so the user's come last.
        String options = (CACHE + " " + new SparkConf().get(EXECUTOR_OPTIONS, "")).strip();
        return SparkSession.builder()
                .appName(name)
                .config("spark.task.cpus", threads)
                .config(EXECUTOR_OPTIONS, options)
                // What is trained twice at the same time gains nothing.
                .config("spark.speculation", false)
                // Partitions of a barrier stage start together or not at all, so none waits for the executor that has its text.
                .config("spark.locality.wait", 0)
                .getOrCreate();
    }
}
