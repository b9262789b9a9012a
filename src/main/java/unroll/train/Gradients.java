package unroll.train;

/** What is done to a whole gradient, a flat array, between the way back and the update. */
final class Gradients {
    private Gradients() {}

    /** to[i] += from[i]. */
    static void add(float[] from, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    /** The Euclidean norm; not finite where an entry is not. Four sums at a time, so that none waits for another. */
    static double norm(float[] g) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int whole = g.length - g.length % 4;
        for (int i = 0; i < whole; i += 4) {
            a += (double) g[i] * g[i];
            b += (double) g[i + 1] * g[i + 1];
            c += (double) g[i + 2] * g[i + 2];
            d += (double) g[i + 3] * g[i + 3];
        }
        for (int i = whole; i < g.length; i++) {
            a += (double) g[i] * g[i];
        }
        return Math.sqrt(a + b + c + d);
    }

    /** Clips in place, given the norm. */
    static void clip(float[] g, double norm, Clipping clipping) {
        switch (clipping.kind()) {
            case NORM -> {
                if (norm > clipping.limit()) {
                    scale(g, (float) (clipping.limit() / norm));
                }
            }
            case VALUE -> cut(g, (float) clipping.limit());
            case OFF -> {}
        }
    }

    private static void scale(float[] g, float factor) {
        for (int i = 0; i < g.length; i++) {
            g[i] *= factor;
        }
    }

    private static void cut(float[] g, float limit) {
        for (int i = 0; i < g.length; i++) {
            g[i] = Math.max(-limit, Math.min(limit, g[i]));
        }
    }
}
