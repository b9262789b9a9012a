package unroll.spark;

import java.io.IOException;
import org.apache.spark.SparkConf;
import unroll.message.Front;
import unroll.message.ProblemException;

/** What the jobs here have in common: how they are configured, and how they say what is refused. */
final class Job {
    private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

    /** The natives are unpacked in the executor's own folder: a cluster's accounts may have no home. */
    private static final String CACHE = "-Dorg.bytedeco.javacpp.cachedir=javacpp";

    private Job() {}

    /** What a job does from its first file to its last. */
    @FunctionalInterface
    interface Work {
        /** @throws IOException with a sentence for the user */
        void run(String[] arguments) throws IOException;
    }

    /**
     * Does the work, and ends the process where it is refused: with 2 where there are too few arguments or too many, otherwise
     * with 1. What users cannot mend stays an exception.
     *
     * @param expected names of the arguments
     */
    static void run(String[] arguments, String expected, Work work) {
        if (arguments.length != expected.split(" ").length) {
            System.err.printf("The arguments are %s; there must be neither fewer nor more.%n", expected);
            System.exit(2);
        }
        try {
            work.run(arguments);
        } catch (ProblemException | IOException | IllegalArgumentException refused) {
            System.err.println(sentence(refused));
            System.exit(1);
        }
    }

    /** What is said of a refusal, in the words of the command line. */
    static String sentence(Exception refused) {
        return refused instanceof ProblemException known
                ? known.problem().sentence(Front.COMMAND_LINE)
                : String.valueOf(refused.getMessage());
    }

    /**
     * What a job needs of Spark, beside what the user has set.
     *
     * @param threads of each task
     */
    static SparkConf conf(String name, long threads) {
        SparkConf conf = new SparkConf();
        // The last of two options of one name holds, so the user's come last.
        String options = CACHE + " " + conf.get(EXECUTOR_OPTIONS, "");
        return conf.setAppName(name)
                .set("spark.task.cpus", Long.toString(threads))
                .set(EXECUTOR_OPTIONS, options.strip())
                // What is trained twice at the same time gains nothing.
                .set("spark.speculation", "false");
    }
}
