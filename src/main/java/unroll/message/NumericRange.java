package unroll.message;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which numbers something takes, the one way they are read, and the sentence that refuses all others. Numbers are ASCII
 * digits with a point, in any locale; Java's own parsers also take hexadecimal digits, a trailing {@code f},
 * {@code Infinity} and the digits of other scripts.
 *
 * @param whole whether a number must have no fraction
 * @param words completes "choose …", for example "a whole number from 1 to 8"
 * @param low smallest
 * @param high largest
 */
public record NumericRange(boolean whole, String words, double low, double high) {
    /** The end of an open range, such as the largest number below 1, is nothing to offer to anybody. */
    private static final int MAX_OFFERED_DIGITS = 6;

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    public static NumericRange whole(long low, long high) {
        return new NumericRange(true, String.format(Locale.ROOT, "a whole number from %d to %d", low, high), low, high);
    }

    /** Whole numbers from 0 up, as far as an {@code int} reaches. */
    public static NumericRange count() {
        return new NumericRange(true, from(0).words(), 0, Integer.MAX_VALUE);
    }

    /** Whole numbers as far as a {@code long} reaches. */
    public static NumericRange from(long low) {
        return new NumericRange(true, "a whole number from " + low + " up", low, Long.MAX_VALUE);
    }

    /** @param example a sensible number above 0, to name to the user */
    public static NumericRange above0(double example) {
        return real("a number above 0, for example " + text(example), Double.MIN_VALUE, Double.MAX_VALUE);
    }

    /** From 0 to below 1. */
    public static NumericRange share(double example) {
        return real("a share from 0 to below 1, for example " + text(example), 0, Math.nextDown(1.0));
    }

    /** @param words as in the record */
    public static NumericRange real(String words, double low, double high) {
        return new NumericRange(false, words, low, high);
    }

    /**
     * Reads a number.
     *
     * @param what what it is, to begin a sentence with: "The hidden size", "--hidden"
     * @throws ProblemException of {@link Reason#INVALID_VALUE}
     */
    public double parse(String what, String text) {
        if (!holds(text)) {
            throw new ProblemException(refusal(what, text));
        }
        return value(text.strip());
    }

    /** Whether a text is one of these numbers. */
    public boolean holds(String text) {
        return holds(value(text.strip()));
    }

    private boolean holds(double number) {
        return number >= low && number <= high;
    }

    /** Not a number where it is none of this form. */
    private double value(String trimmed) {
        return (whole ? WHOLE : DECIMAL).matcher(trimmed).matches() ? Double.parseDouble(trimmed) : Double.NaN;
    }

    /** Why a text is refused that is none of these numbers. */
    public Problem refusal(String what, String text) {
        String entry = text.strip();
        // Digits as they are, anything else in quotation marks.
        return refused(what, DECIMAL.matcher(entry).matches() ? Wording.cut(entry) : Wording.quote(entry));
    }

    /** The largest or smallest of these, whichever is nearer to a number that was refused; NaN where that is of no use. */
    public double nearest(String text) {
        String trimmed = text.strip();
        if (!DECIMAL.matcher(trimmed).matches()) {
            return Double.NaN;
        }
        double value = Math.max(low, Math.min(high, Double.parseDouble(trimmed)));
        boolean odd = !(whole && value == Math.rint(value)) && text(value).length() > MAX_OFFERED_DIGITS;
        return odd || value == Double.parseDouble(trimmed) ? Double.NaN : value;
    }

    /**
     * Reads a whole number to the last digit, which a double cannot hold of large ones.
     *
     * @throws ProblemException as {@link #parse}
     */
    public long parseWhole(String what, String text) {
        parse(what, text);
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException tooLarge) {
            throw new ProblemException(refusal(what, text));
        }
    }

    /**
     * Refuses a number that is not among these.
     *
     * @param what as in {@link #parse}
     * @throws ProblemException as {@link #parse}
     */
    public void require(String what, double got) {
        if (!holds(got)) {
            throw new ProblemException(refused(what, text(got)));
        }
    }

    private Problem refused(String what, String got) {
        return Reason.INVALID_VALUE.with(what, got, words);
    }

    /** Whether a text is a number, written as all of them are. */
    public static boolean isNumber(String text) {
        return DECIMAL.matcher(text).matches();
    }

    /** A number as a user would type it, with all its digits. */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return Math.abs(exact.scale()) > 12
                ? exact.toString().replace("E+", "e").replace('E', 'e')
                : exact.toPlainString();
    }
}
