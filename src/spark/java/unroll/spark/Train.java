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
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
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
    private static final ClassTag<LocalRound> LOCAL_ROUND = ClassTag$.MODULE$.apply(LocalRound.class);

    private final byte[] json;
    private final TrainPlan plan;
    private final JavaSparkContext context;
    private final SharedFolder out;
    private final ModelFile model;
    private final RDD<TextPart> parts;
    private boolean hasOwnStates;

    private Train(byte[] json, TrainPlan plan, String text, String out, JavaSparkContext context) throws IOException {
        this.json = json;
        this.plan = plan;
        this.context = context;
        Configuration configuration = context.hadoopConfiguration();
        this.out = SharedFolder.of(out, new SerializableConfiguration(configuration));
        TextIndex index = TextIndex.of(text, configuration);
        model = new ModelFile(plan, index, this.out);
        // Kept for their places: a round finds each part on the executor that has read it.
        parts = context.parallelize(parts(index), plan.partitions())
                .persist(StorageLevel.MEMORY_ONLY())
                .rdd();
    }

    /** @param arguments the plan, the text, and the folder for what comes of it; all executors see the last two */
    public static void main(String[] arguments) {
        int code = 2;
        if (arguments.length == 3) {
            code = run(Path.of(arguments[0]), arguments[1], arguments[2]);
        } else {
            System.err.println("Three arguments are expected: PLAN.json TEXT OUT-FOLDER.");
        }
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int run(Path file, String text, String out) {
        try {
            String problem = InputFile.problem(file, "a plan of training");
            if (problem != null) {
                throw new IOException(problem);
            }
            byte[] json = Files.readAllBytes(file);
            TrainPlan plan = TrainPlan.parse(String.valueOf(file.getFileName()), json);
            try (JavaSparkContext context = new JavaSparkContext(
                    JobConf.of("unroll train", plan.settings().training().threads()))) {
                new Train(json, plan, text, out, context).run();
            }
            return 0;
        } catch (IOException | IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            return 1;
        }
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
        hasOwnStates = out.contains(folder(state.steps()).name());
        if (state.steps() > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "going on at step %,d%s%n",
                    state.steps(),
                    hasOwnStates ? "" : "; the partitions begin with an empty state");
        }
        while (state.steps() < plan.steps() && !model.isOutOfPatience()) {
            long start = System.nanoTime();
            RoundSum sum = train(state);
            state = sum.mean();
            hasOwnStates = true;
            model.add(sum, state, (System.nanoTime() - start) / 1e9);
            model.save(state, out.read(folder(state.steps()).file(0)));
            out.deleteAllBut(folder(state.steps()).name(), PartitionFolder.ALL);
            System.out.println(model.line());
        }
    }

    private PartitionFolder folder(long steps) {
        return new PartitionFolder(plan.partitions(), steps, hasOwnStates);
    }

    /** A round of all partitions. They are added up in groups, in order, and these in theirs. */
    private RoundSum train(SharedState state) throws IOException {
        Broadcast<SharedState> shared = context.broadcast(state);
        PartitionFolder before = folder(state.steps());
        PartitionFolder after = folder(Math.min(plan.steps(), state.steps() + plan.round()));
        LocalTraining training = new LocalTraining(json, shared, out, before, after);
        RDD<LocalRound> trained = parts.barrier().mapPartitions(training, false, LOCAL_ROUND);
        int width = (int) Math.ceil(Math.sqrt(plan.partitions()));
        List<Tuple2<Integer, RoundSum>> groups = new ArrayList<>(JavaRDD.fromRDD(trained, LOCAL_ROUND)
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
