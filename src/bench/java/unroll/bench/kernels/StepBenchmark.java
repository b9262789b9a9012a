package unroll.bench.kernels;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import unroll.corpus.Split;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.task.RandomStreams;
import unroll.task.TaskData;
import unroll.train.OptimizerSpec;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;

/** One training step of two layers of 128 units: forward, backward, clipping and an RMSProp update; batch 50, window 50. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
@State(Scope.Thread)
public class StepBenchmark {
    private static final int BATCH = 50;
    private static final int WINDOW = 50;
    private static final int WINDOWS = 8;

    @Param({"elman", "gru", "lstm"})
    public String cell = "";

    @Param({"1", "2"})
    public int threads;

    private Trainer trainer;

    @Setup
    public void begin() throws IOException {
        OptimizerSpec rmsProp = OptimizerSpec.of(OptimizerSpec.OptimizerKind.RMSPROP);
        TrainingConfig config = TrainingConfig.DEFAULT.with(change -> {
            change.batch = BATCH;
            change.window = WINDOW;
            change.optimizer = rmsProp;
            change.learningRate = 2e-3;
            change.threads = threads;
            change.validateEvery = 0;
            change.sampleEvery = 0;
            change.patience = 0;
        });
        NetworkSpec spec = new NetworkSpec(cell, RandomText.VOCABULARY, 128, 2, 0);
        Network network = new Network(spec, RandomStreams.initialization(1));
        trainer = new Trainer(
                network,
                new TaskData.Streams(RandomText.ofLength(BATCH * WINDOW * WINDOWS + 1), new Split(1, 0, 0)),
                config);
    }

    @Benchmark
    public Object step() {
        return trainer.step();
    }

    @TearDown
    public void end() {
        trainer.close();
    }
}
