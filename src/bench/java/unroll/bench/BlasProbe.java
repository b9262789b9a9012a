package unroll.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import unroll.matrix.Matrix;
import unroll.matrix.Products;

/** The machine's own speed at matrix products, on one core, measured in a fresh process. */
final class BlasProbe {
    private static final int REPEATS = 20;
    private static final String KERNEL = "Core: ";

    private BlasProbe() {}

    /**
     * What was found.
     *
     * @param name of the BLAS, with its version
     * @param kernel what OpenBLAS chose for this processor
     * @param gigaflops the best speed of one square product, 10⁹ operations a second
     */
    record Found(String name, String kernel, double gigaflops) {}

    /** Multiplies two square matrices of this size, many times. */
    static Found measure(Build build, int size) {
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
        return new Found(
                result.path("blas").asText(), kernel, result.path("gigaflops").asDouble());
    }

    public static void main(String[] arguments) {
        int size = Integer.parseInt(arguments[0]);
        Matrix a = filled(size);
        Matrix b = filled(size);
        Matrix c = Matrix.zeros(size, size);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < REPEATS; i++) {
            long began = System.nanoTime();
            c.setProduct(a, b);
            least = Math.min(least, System.nanoTime() - began);
        }
        double operations = 2.0 * size * size * size;
        System.out.println(JsonNodeFactory.instance
                .objectNode()
                .put("gigaflops", operations / least)
                .put("blas", Products.current().description()));
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
