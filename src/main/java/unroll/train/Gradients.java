package unroll.train;

import unroll.matrix.WorkerGroup;
import unroll.matrix.WorkerGroup.Share;

/** What is done to a whole gradient, a flat array, between the backward pass and the update. */
final class Gradients {
    private Gradients() {}

    /** The Euclidean norm, its parts added in order; not finite where an entry is not. */
    static double norm(float[] g, WorkerGroup workers) {
        double[] squares = new double[workers.size()];
        workers.run(worker -> squares[worker] = squares(g, workers.share(g.length, worker)));
        double sum = 0;
        for (double part : squares) {
            sum += part;
        }
        return Math.sqrt(sum);
    }

    /** Four sums at a time, so that none waits for another. */
    private static double squares(float[] g, Share part) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = part.from();
        int to = part.to();
        for (; i + 3 < to; i += 4) {
            a += (double) g[i] * g[i];
            b += (double) g[i + 1] * g[i + 1];
            c += (double) g[i + 2] * g[i + 2];
            d += (double) g[i + 3] * g[i + 3];
        }
        for (; i < to; i++) {
            a += (double) g[i] * g[i];
        }
        return a + b + c + d;
    }

    /** Clips a part in place, given the norm of the whole. */
    static void clip(float[] g, Share part, double norm, Clipping clipping) {
        switch (clipping.kind()) {
            case NORM -> {
                if (norm > clipping.limit()) {
                    scale(g, part, (float) (clipping.limit() / norm));
                }
            }
            case VALUE -> cut(g, part, (float) clipping.limit());
            case OFF -> {}
        }
    }

    private static void scale(float[] g, Share part, float factor) {
        int to = part.to();
        for (int i = part.from(); i < to; i++) {
            g[i] *= factor;
        }
    }

    private static void cut(float[] g, Share part, float limit) {
        int to = part.to();
        for (int i = part.from(); i < to; i++) {
            g[i] = Math.max(-limit, Math.min(limit, g[i]));
        }
    }
}
