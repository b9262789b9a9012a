package unroll.train;

import java.util.Locale;
import unroll.matrix.WorkerGroup;
import unroll.matrix.WorkerGroup.Share;
import unroll.message.NumericRange;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;

/**
 * How large gradients are clipped before the update.
 *
 * @param kind by the norm of the whole gradient, by the size of each entry, or not at all
 * @param limit largest norm, or largest absolute entry; above 0; ignored where the kind is OFF
 */
public record Clipping(ClippingKind kind, double limit) {
    public enum ClippingKind {
        NORM,
        VALUE,
        OFF
    }

    private static final NumericRange LIMIT = NumericRange.above0(5);

    /** Clip at norm 5. */
    public static final Clipping DEFAULT = norm(5);

    public Clipping {
        if (kind != ClippingKind.OFF) {
            LIMIT.require("The clipping limit", limit);
        }
    }

    /**
     * Reads the written form: {@code norm:5}, {@code value:1}, {@code off}, or a number alone for a norm.
     *
     * @throws ProblemException with a sentence that gives the forms, or the range of the limit
     */
    public static Clipping parse(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split(":", 2);
        String limit = parts[parts.length - 1];
        return switch (parts.length == 1 && !limit.equals("off") ? "norm" : parts[0]) {
            case "norm" -> norm(LIMIT.parse("The clipping limit", limit));
            case "value" -> value(LIMIT.parse("The clipping limit", limit));
            case "off" -> off();
            default ->
                throw Reason.INVALID_VALUE.exception(
                        "The clipping", Wording.quote(text), "norm:5, value:1 or off, for example");
        };
    }

    /** The written form, which {@link #parse} reads. */
    public String text() {
        return kind == ClippingKind.OFF ? "off" : kind.name().toLowerCase(Locale.ROOT) + ":" + NumericRange.text(limit);
    }

    /** Scales the whole gradient down to this norm where it is longer (Pascanu et al. 2013, section 3.2). */
    public static Clipping norm(double limit) {
        return new Clipping(ClippingKind.NORM, limit);
    }

    /** Cuts every entry to [−limit, limit]. */
    public static Clipping value(double limit) {
        return new Clipping(ClippingKind.VALUE, limit);
    }

    public static Clipping off() {
        return new Clipping(ClippingKind.OFF, 0);
    }

    /** The Euclidean norm of a whole gradient, its parts added in order; not finite where an entry is not. */
    static double gradientNorm(float[] g, WorkerGroup workers) {
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

    /** Clips a part of a gradient in place, given the norm of the whole. */
    void clip(float[] g, Share part, double norm) {
        switch (kind) {
            case NORM -> {
                if (norm > limit) {
                    scale(g, part, (float) (limit / norm));
                }
            }
            case VALUE -> cut(g, part, (float) limit);
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
