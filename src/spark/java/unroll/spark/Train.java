package unroll.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;
import unroll.corpus.Range;
import unroll.corpus.SplitPart;
import unroll.files.InputFile;

/**
 * Trains one model on a text that is cut into partitions: {@code spark-submit --class unroll.spark.Train unroll-spark.jar
 * plan.json TEXT OUT}. In a round every partition takes some steps of its own, from the same weights and optimizer's memory;
 * then these are averaged (H. B. McMahan et al., "Communication-Efficient Learning of Deep Networks from Decentralized Data",
 * 2017). After each round {@code OUT/model.safetensors} holds the model, with which the program goes on, and so does this, called
 * again. The same partitions give the same bits, on whatever executors.
 */
public final class Train {
    private final byte[] json;
    private final TrainPlan plan;
    private final JavaSparkContext context;
    private final SharedFolder out;
    private final ModelFile model;
    private final JavaRDD<TextPart> parts;

    private Train(byte[] json, TrainPlan plan, String text, String out, JavaSparkContext context) throws IOException {
        this.json = json;
        this.plan = plan;
        this.context = context;
        Configuration configuration = context.hadoopConfiguration();
        this.out = SharedFolder.of(out, new SerializableConfiguration(configuration));
        TextIndex index = TextIndex.of(text, configuration);
        model = new ModelFile(plan, index, this.out);
        // Kept for their places: a round is given to the executors that have read the parts.
        parts = context.parallelize(parts(index), plan.partitions()).cache();
    }

    /** @param arguments the plan, the text, and the folder for what comes of it; all executors see the last two */
    public static void main(String[] arguments) {
        Job.run(arguments, "PLAN.json TEXT OUT-FOLDER", Train::run);
    }

    private static void run(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        InputFile.require(file, "a plan of training");
        byte[] json = Files.readAllBytes(file);
        TrainPlan plan = TrainPlan.parse(String.valueOf(file.getFileName()), json);
        try (JavaSparkContext context = new JavaSparkContext(conf(plan))) {
            new Train(json, plan, arguments[1], arguments[2], context).run();
        }
    }

    private static SparkConf conf(TrainPlan plan) {
        return Job.conf("unroll train", plan.settings().training().threads())
                // All wait for the last of a round, so none waits for the executor that has its text while another is
                // free.
                .set("spark.locality.wait", "0");
    }

    /** Ranges of the same length, give or take one, of what the split says is for training. */
    private List<TextPart> parts(TextIndex index) {
        long all =
                plan.settings().split().range(SplitPart.TRAIN, index.length()).length();
        int count = plan.partitions();
        return IntStream.range(0, count)
                .mapToObj(p -> index.part(new Range((int) (all * p / count), (int) (all * (p + 1) / count))))
                .toList();
    }

    private void run() throws IOException {
        SharedState state = model.begin();
        boolean goesOn = out.contains(OwnState.folder(plan.partitions(), state.steps()));
        if (state.steps() > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "going on at step %,d%s%n",
                    state.steps(),
                    goesOn ? "" : "; the partitions begin with an empty state");
        }
        while (state.steps() < plan.steps() && !model.isOutOfPatience()) {
            long start = System.nanoTime();
            RoundSum sum = train(state, goesOn);
            state = sum.mean();
            goesOn = true;
            model.add(sum, state, (System.nanoTime() - start) / 1e9);
            model.save(state, out.read(OwnState.file(0, plan.partitions(), state.steps())));
            out.deleteAllBut(OwnState.folder(plan.partitions(), state.steps()), OwnState.FOLDER);
            System.out.println(model.line());
        }
    }

    /** A round of all partitions. They are added up in groups, in order, and these in theirs. */
    private RoundSum train(SharedState state, boolean goesOn) throws IOException {
        Broadcast<SharedState> shared = context.broadcast(state);
        LocalTraining training = new LocalTraining(json, shared, out, goesOn);
        int width = (int) Math.ceil(Math.sqrt(plan.partitions()));
        List<Tuple2<Integer, RoundSum>> groups = new ArrayList<>(parts.map(training)
                .mapToPair(one -> new Tuple2<>(one.partition() / width, one))
                .groupByKey(width)
                .mapValues(RoundSum::of)
                .collect());
        shared.destroy();
        groups.sort(Comparator.comparing(Tuple2::_1));
        RoundSum sum = groups.stream().map(Tuple2::_2).reduce(RoundSum::plus).orElseThrow();
        String problem = sum.problem();
        if (problem != null) {
            throw new IOException(problem);
        }
        return sum;
    }
}
