package unroll.bench.kernels;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import unroll.matrix.Activations;

/** The pointwise functions over the four blocks of an LSTM of 128 units at batch 50. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Thread)
public class ActivationBenchmark {
    private final float[] in = random(4 * 128 * 50);
    private final float[] out = new float[in.length];
    private final float[] scratch = new float[in.length];

    private static float[] random(int length) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextDouble(-5, 0);
        }
        return values;
    }

    @Benchmark
    public float[] tanh() {
        Activations.tanh(in, out);
        return out;
    }

    @Benchmark
    public float[] sigmoid() {
        Activations.sigmoid(in, out);
        return out;
    }

    @Benchmark
    public float[] exp() {
        System.arraycopy(in, 0, out, 0, in.length);
        Activations.exponentials(out, 0, scratch);
        return out;
    }
}
