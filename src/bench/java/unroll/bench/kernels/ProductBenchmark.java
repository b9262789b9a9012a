package unroll.bench.kernels;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.Warmup;
import unroll.matrix.Matrix;

/** The matrix products of an LSTM at batch 50 and window 50; the counter {@code gigaflops} is GFLOP/s. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Thread)
public class ProductBenchmark {
    /** Rows of the result, what is summed over, columns of the result. */
    public enum Shape {
        /** Waa·a<t>, one step of the window. */
        STEP_128(512, 128, 50),
        STEP_512(2048, 512, 50),
        /** Wax·x, all steps at once. */
        SEQUENCE_128(512, 128, 2500),
        SEQUENCE_512(2048, 512, 2500),
        /** ∂L/∂Waa, all steps at once: the second factor is transposed. */
        WEIGHTS_128(512, 2500, 128),
        WEIGHTS_512(2048, 2500, 512),
        /** ŷ<t> of all steps at once. */
        OUTPUT_128(65, 128, 2500),
        /** Large enough for the machine's peak. */
        SQUARE_1024(1024, 1024, 1024),
        /** A sampled character. */
        VECTOR_128(512, 128, 1);

        private final int rows;
        private final int inner;
        private final int columns;

        Shape(int rows, int inner, int columns) {
            this.rows = rows;
            this.inner = inner;
            this.columns = columns;
        }

        private boolean isOfWeights() {
            return this == WEIGHTS_128 || this == WEIGHTS_512;
        }
    }

    /** JMH divides it by the time. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Operations {
        public double gigaflops;
    }

    @Param
    public Shape shape = Shape.STEP_128;

    private Matrix a;
    private Matrix b;
    private Matrix c;
    private double gigaflops;

    @Setup
    public void allocate() {
        a = filled(shape.rows, shape.inner);
        b = shape.isOfWeights() ? filled(shape.columns, shape.inner).t() : filled(shape.inner, shape.columns);
        c = Matrix.zeros(shape.rows, shape.columns);
        gigaflops = 2e-9 * shape.rows * shape.inner * shape.columns;
    }

    private static Matrix filled(int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i % 17) / 17f - 0.5f;
        }
        Matrix matrix = Matrix.zeros(rows, columns);
        matrix.write(values);
        return matrix;
    }

    @Benchmark
    public void product(Operations operations) {
        c.setProduct(a, b);
        operations.gigaflops += gigaflops;
    }
}
