package unroll.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import unroll.matrix.Matrix;
import unroll.matrix.Products;

/** The machine's own speed on one core, at matrix products and at best, measured in a fresh process. */
final class BlasProbe {
    /** Enough to make a BLAS load its kernels. */
    static final int SMALL_PRODUCT = 64;

    private static final int REPEATS = 20;
    /** Floats that fit the first-level cache, and loops over them: some hundredths of a second. */
    private static final int PEAK_FLOATS = 4096;

    private static final int PEAK_REPEATS = 20_000;
    private static final String KERNEL = "Core: ";

    private BlasProbe() {}

    /**
     * What was found.
     *
     * @param name of the BLAS, with its version
     * @param kernel what OpenBLAS chose for this processor
     * @param gigaflops the best speed of one square product, 10⁹ operations a second
     * @param peak the best speed of multiplying and adding in registers, fused where the processor can
     */
    record Peak(String name, String kernel, double gigaflops, double peak) {}

    /** Multiplies two square matrices of this size, many times. */
    static Peak measure(Build build, int size) {
        List<String> command =
                build.java("-cp", build.suite().toString(), BlasProbe.class.getName(), Integer.toString(size));
        // At this level OpenBLAS names the kernel it chooses.
        Child probe = new Child(command, Map.of("OPENBLAS_VERBOSE", "2"));
        List<String> lines = probe.lines();
        String kernel = lines.stream()
                .filter(line -> line.startsWith(KERNEL))
                .map(line -> line.substring(KERNEL.length()))
                .findFirst()
                .orElse("unknown");
        var result = Child.result(lines);
        return new Peak(
                result.path("blas").asText(),
                kernel,
                result.path("gigaflops").asDouble(),
                result.path("peak").asDouble());
    }

    public static void main(String[] arguments) {
        int size = Integer.parseInt(arguments[0]);
        Matrix a = filled(size);
        Matrix b = filled(size);
        Matrix c = Matrix.zeros(size, size);
        long min = Long.MAX_VALUE;
        for (int i = 0; i < REPEATS; i++) {
            long began = System.nanoTime();
            c.setProduct(a, b);
            min = Math.min(min, System.nanoTime() - began);
        }
        double operations = 2.0 * size * size * size;
        System.out.println(JsonNodeFactory.instance
                .objectNode()
                .put("gigaflops", operations / min)
                .put("peak", peak())
                .put("blas", Products.current().description()));
    }

    private static double peak() {
        boolean fused = Boolean.parseBoolean(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("UseFMA")
                .getValue());
        float[] values = new float[PEAK_FLOATS];
        long min = Long.MAX_VALUE;
        for (int i = 0; i < PEAK_REPEATS; i++) {
            long began = System.nanoTime();
            if (fused) {
                multiplyAndAddFused(values, 0.5f, 0.1f);
            } else {
                multiplyAndAdd(values, 0.5f, 0.1f);
            }
            min = Math.min(min, System.nanoTime() - began);
        }
        return 8 * 2.0 * PEAK_FLOATS / min;
    }

    /** Eight times for each number, and many numbers at once, so that no operation waits for another. */
    private static void multiplyAndAddFused(float[] values, float p, float q) {
        for (int i = 0; i < values.length; i++) {
            float x = values[i];
            x = Math.fma(Math.fma(Math.fma(Math.fma(x, p, q), p, q), p, q), p, q);
            values[i] = Math.fma(Math.fma(Math.fma(Math.fma(x, p, q), p, q), p, q), p, q);
        }
    }

    private static void multiplyAndAdd(float[] values, float p, float q) {
        for (int i = 0; i < values.length; i++) {
            float x = values[i];
            x = (((x * p + q) * p + q) * p + q) * p + q;
            values[i] = (((x * p + q) * p + q) * p + q) * p + q;
        }
    }

    private static Matrix filled(int size) {
        float[] values = new float[size * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i % 17) / 17f - 0.5f;
        }
        Matrix matrix = Matrix.zeros(size, size);
        matrix.write(values);
        return matrix;
    }
}
