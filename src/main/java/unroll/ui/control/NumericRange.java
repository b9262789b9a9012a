package unroll.ui.control;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Which numbers a field takes.
 *
 * @param wording completes "… is not", for example "a whole number from 1 to 8"
 * @param kind whole numbers only, or any
 * @param low smallest
 * @param high largest
 */
public record NumericRange(String wording, Kind kind, double low, double high) {
    /** Whether a number may have a fraction. */
    public enum Kind {
        WHOLE,
        REAL
    }

    public static NumericRange whole(long low, long high) {
        return new NumericRange(
                String.format(Locale.ROOT, "a whole number from %d to %d", low, high), Kind.WHOLE, low, high);
    }

    /** @param example a sensible number above 0, to name to the user */
    public static NumericRange above0(double example) {
        return new NumericRange(
                "a number above 0, for example " + text(example), Kind.REAL, Double.MIN_NORMAL, Double.MAX_VALUE);
    }

    /** @param wording as in the record */
    public static NumericRange real(String wording, double low, double high) {
        return new NumericRange(wording, Kind.REAL, low, high);
    }

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public double parse(String entry) {
        String trimmed = entry.strip();
        double value;
        try {
            value = kind == Kind.WHOLE ? Long.parseLong(trimmed) : Double.parseDouble(trimmed);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(sentence(trimmed), notANumber);
        }
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(sentence(trimmed));
        }
        return value;
    }

    /** A number as a user would type it. */
    public static String text(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private String sentence(String entry) {
        return entry.isEmpty() ? "Enter %s.".formatted(wording) : "“%s” is not %s.".formatted(entry, wording);
    }
}
