package unroll.spark;

import org.apache.spark.SparkConf;

/** What every job here needs of Spark, beside what the user has set. */
final class JobConf {
    private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

    /** The natives are unpacked in the executor's own folder: a cluster's accounts may have no home. */
    private static final String CACHE = "-Dorg.bytedeco.javacpp.cachedir=javacpp";

    private JobConf() {}

    /** @param threads of each task */
    static SparkConf of(String name, long threads) {
        SparkConf conf = new SparkConf();
        // The last of two options of one name holds, so the user's come last.
        String options = CACHE + " " + conf.get(EXECUTOR_OPTIONS, "");
        return conf.setAppName(name)
                .set("spark.task.cpus", Long.toString(threads))
                .set(EXECUTOR_OPTIONS, options.strip())
                // What is trained twice at the same time gains nothing.
                .set("spark.speculation", "false")
                // Partitions of a barrier stage start together or not at all, so none waits for the executor that has
                // its text.
                .set("spark.locality.wait", "0");
    }
}
