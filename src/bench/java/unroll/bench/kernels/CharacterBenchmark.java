package unroll.bench.kernels;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import unroll.corpus.Vocabulary;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Stepper;
import unroll.sample.Generator;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.task.RandomStreams;

/** One sampled character: a step of the network and a draw at temperature 0.8. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Thread)
public class CharacterBenchmark {
    private static final int CHARACTERS = 1000;

    @Param({"elman", "gru", "lstm"})
    public String cell = "";

    @Param({"1", "2"})
    public int layers;

    private Network network;
    private Vocabulary vocabulary;

    @Setup
    public void begin() throws IOException {
        vocabulary = RandomText.ofLength(RandomText.VOCABULARY).vocabulary();
        network = new Network(
                new NetworkSpec(cell, RandomText.VOCABULARY, 128, layers, 0), RandomStreams.initialization(1));
    }

    @Benchmark
    @OperationsPerInvocation(CHARACTERS)
    public void character() {
        SampleRequest request = new SampleRequest("", CHARACTERS, "", SamplingSettings.DEFAULT, 1);
        new Generator(vocabulary, new Stepper(network)::read).write(request, symbol -> true);
    }
}
