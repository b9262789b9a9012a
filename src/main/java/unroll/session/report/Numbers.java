package unroll.session.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as every program reads them: a point, no exponent, no thousands' marks. */
final class Numbers {
    private static final MathContext SIX_FIGURES = new MathContext(6);

    private Numbers() {}

    static String exact(long value) {
        return Long.toString(value);
    }

    /** The shortest form that is read back as the same number; empty where it is none. */
    static String exact(double value) {
        return Double.isFinite(value) ? plain(BigDecimal.valueOf(value)) : "";
    }

    /** A measured value to six figures; empty where it is none. */
    static String figures(double value) {
        return Double.isFinite(value) ? plain(new BigDecimal(value).round(SIX_FIGURES)) : "";
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
