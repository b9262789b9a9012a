package unroll.ui.samples;

import java.util.stream.Collectors;

/** What a network shows of itself while it learns, and how that is called. */
enum SampleKind {
    TEXTS(
            "Live samples",
            "While it trains, the network shows here what it can write: nonsense at first, words soon after.",
            "sample") {
        @Override
        String laidOut(String text) {
            return text;
        }
    },
    ANSWERS(
            "Live answers",
            "While it trains, the network answers here some examples that it is not trained on: by chance at first, then"
                    + " better and better.",
            "set of answers") {
        /** Lines that are long are broken where the answer begins, so that it stands under what was read. */
        @Override
        String laidOut(String text) {
            return text.strip().lines().map(SampleKind::broken).collect(Collectors.joining("\n"));
        }
    };

    private static final int LONG_LINE = 34;

    private final String title;
    private final String hint;
    private final String one;

    SampleKind(String title, String hint, String one) {
        this.title = title;
        this.hint = hint;
        this.one = one;
    }

    String title() {
        return title;
    }

    String hint() {
        return hint;
    }

    /** How to call one card of them. */
    String one() {
        return one;
    }

    /** How many newer ones there are. */
    String newer(int count) {
        return count == 1 ? "1 newer " + one : "%d newer %s".formatted(count, one.replaceFirst("^(\\w+)", "$1s"));
    }

    /** The text as it is shown. */
    abstract String laidOut(String text);

    private static String broken(String line) {
        return line.length() <= LONG_LINE
                ? line
                : line.replace(" \u2192 ", "\n\u2192 ").replace(", right: ", "\n= ");
    }
}
