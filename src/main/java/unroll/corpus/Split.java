package unroll.corpus;

import unroll.message.NumericRange;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;

/**
 * How a text is divided by position: the first share trains, the next validates, the last tests.
 *
 * @param train share above 0 and up to 1; the three add up to 1 within 1e-9
 * @param validation share from 0 to 1
 * @param test share from 0 to 1
 */
public record Split(double train, double validation, double test) {
    /** 90 % training, 5 % validation, 5 % test. */
    public static final Split DEFAULT = new Split(0.9, 0.05, 0.05);

    private static final double SUM_TOLERANCE = 1e-9;
    /** A thousand times the rounding error of a position, and far below one position. */
    private static final double POSITION_TOLERANCE = 1e-6;

    /** @throws ProblemException where the shares do not divide a text */
    public Split {
        requireShare("training", train);
        requireShare("validation", validation);
        requireShare("test", test);
        if (train == 0) {
            throw refusal("training", train, "above 0, such as 0.9");
        }
        if (Math.abs(train + validation + test - 1) > SUM_TOLERANCE) {
            throw Reason.SHARES_SUM.exception(
                    NumericRange.text(train),
                    NumericRange.text(validation),
                    NumericRange.text(test),
                    NumericRange.text(Math.round((train + validation + test) * 1e9) / 1e9));
        }
    }

    /**
     * Reads the text form: three shares separated by commas, such as "0.9,0.05,0.05".
     *
     * @throws ProblemException where it is no split
     */
    public static Split parse(String text) {
        String[] shares = text.split(",", -1);
        if (shares.length != 3) {
            throw Reason.MALFORMED_SPLIT.exception(Wording.quote(text), shares.length);
        }
        return new Split(share(shares[0]), share(shares[1]), share(shares[2]));
    }

    /** The positions of a part in a text of this length; the parts lie side by side and leave nothing out. */
    public Range range(SplitPart part, int length) {
        double sum = train + validation + test;
        int trainEnd = boundary(train / sum, length);
        int validationEnd = boundary((train + validation) / sum, length);
        return switch (part) {
            case TRAIN -> new Range(0, trainEnd);
            case VALIDATION -> new Range(trainEnd, validationEnd);
            case TEST -> new Range(validationEnd, length);
            case ALL -> new Range(0, length);
        };
    }

    /** The share of a part: 1 for the whole text. */
    public double share(SplitPart part) {
        return switch (part) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
            case ALL -> 1;
        };
    }

    /** The text form that {@link #parse} reads. */
    @Override
    public String toString() {
        return NumericRange.text(train) + "," + NumericRange.text(validation) + "," + NumericRange.text(test);
    }

    /** Rounded down, but 0.29 of 100 is 29 although the product of the doubles lies just below. */
    private static int boundary(double share, int length) {
        return (int) Math.min(length, Math.floor(share * length + POSITION_TOLERANCE));
    }

    private static double share(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    Reason.UNREADABLE.with(Wording.quote(text.strip()), "number", "a split as 0.9,0.05,0.05"), e);
        }
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw refusal(name, share, "from 0 to 1");
        }
    }

    private static ProblemException refusal(String name, double share, String range) {
        return Reason.INVALID_VALUE.exception("The " + name + " share", NumericRange.text(share), "a number " + range);
    }
}
