package unroll.bench;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One setting that varies while the others stay: the points of a chart's line.
 *
 * @param name for {@code --only} and the file
 * @param setting what varies, as the axis says it
 */
record Sweep(String name, String setting, List<Point> points) {
    /** Two layers of 128 units, batch 50, window 50, one thread: what all lines share where they do not vary it. */
    static final String DEFAULT = "2×128, batch 50, window 50, 1 thread unless said";

    /** A value of the setting and what is measured there. */
    record Point(int value, Work work, int threads) {}

    static List<Sweep> of(String cell) {
        return List.of(
                sweep("hidden", "hidden units a layer", n -> new Work(cell, n, 2, 50, 50), 32, 64, 128, 256, 512),
                sweep("batch", "batch", n -> new Work(cell, 128, 2, n, 50), 1, 10, 25, 50, 100, 200),
                sweep("window", "window", n -> new Work(cell, 128, 2, 50, n), 10, 25, 50, 100, 200),
                sweep("depth", "layers", n -> new Work(cell, 128, n, 50, 50), 1, 2, 3, 4),
                new Sweep("threads", "threads", threads(new Work(cell, 128, 2, 50, 50))));
    }

    private static Sweep sweep(String name, String setting, IntFunction<Work> work, int... values) {
        return new Sweep(
                name,
                setting,
                IntStream.of(values)
                        .mapToObj(value -> new Point(value, work.apply(value), 1))
                        .toList());
    }

    /** 1, 2, 4, 8 ... as far as the machine's cores go. */
    private static List<Point> threads(Work work) {
        return IntStream.iterate(1, n -> n <= Runtime.getRuntime().availableProcessors(), n -> 2 * n)
                .mapToObj(n -> new Point(n, work, n))
                .toList();
    }
}
