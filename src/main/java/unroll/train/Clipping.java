package unroll.train;

import java.util.Locale;
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
public record Clipping(Kind kind, double limit) {
    public enum Kind {
        NORM,
        VALUE,
        OFF
    }

    private static final NumericRange LIMIT = NumericRange.above0(5);

    /** Clip at norm 5. */
    public static final Clipping DEFAULT = norm(5);

    public Clipping {
        if (kind != Kind.OFF) {
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
        return kind == Kind.OFF ? "off" : kind.name().toLowerCase(Locale.ROOT) + ":" + NumericRange.text(limit);
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
