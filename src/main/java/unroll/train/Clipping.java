package unroll.train;

/**
 * How large gradients are clipped before the update.
 *
 * @param kind by the norm of the whole gradient, by the size of each entry, or not at all
 * @param limit largest norm, or largest absolute entry; above 0; ignored where the kind is OFF
 */
public record Clipping(Kind kind, double limit) {
    public enum Kind {
        NORM,
        VALUE,
        OFF
    }

    /** Clip at norm 5. */
    public static final Clipping DEFAULT = norm(5);

    public Clipping {
        if (kind != Kind.OFF && !(limit > 0 && Double.isFinite(limit))) {
            throw new IllegalArgumentException(
                    "The clipping limit is %s; choose a number above 0, for example 5.".formatted(limit));
        }
    }

    /** Scales the whole gradient down to this norm where it is longer (Pascanu et al. 2013, section 3.2). */
    public static Clipping norm(double limit) {
        return new Clipping(Kind.NORM, limit);
    }

    /** Cuts every entry to [−limit, limit]. */
    public static Clipping value(double limit) {
        return new Clipping(Kind.VALUE, limit);
    }

    public static Clipping off() {
        return new Clipping(Kind.OFF, 0);
    }
}
