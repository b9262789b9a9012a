package unroll.ui.samples;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unroll.settings.Settings;

/** What a network shows of itself while it learns, and how that is called. */
public enum SampleKind {
    TEXTS(
            "Live samples",
            "While it trains, the network shows here what it can write: nonsense at first, words soon after.",
            "sample") {
        @Override
        public String laidOut(String text) {
            return text;
        }
    },
    ANSWERS(
            "Live answers",
            "While it trains, the network answers here some examples that it is not trained on: by chance at first, then"
                    + " better and better.",
            "set of answers") {
        /** Where one is long, all are broken, so that an answer stands under what was read. */
        @Override
        public String laidOut(String text) {
            String[] lines = text.strip().split("\n", -1);
            return Stream.of(lines).allMatch(line -> line.length() <= LONG_LINE)
                    ? String.join("\n", lines)
                    : Stream.of(lines).map(SampleKind::broken).collect(Collectors.joining("\n\n"));
        }
    };

    private static final int LONG_LINE = 34;
    private static final Pattern ANSWER = Pattern.compile(
            "((?<mark>[\u2713\u2717]) )?(?<read>.*?) \u2192 (?<said>.*?)(, right: (?<right>.*))?", Pattern.DOTALL);

    private final String title;
    private final String hint;
    private final String one;

    SampleKind(String title, String hint, String one) {
        this.title = title;
        this.hint = hint;
        this.one = one;
    }

    /** What a network with these settings shows. */
    public static SampleKind of(Settings settings) {
        return settings.task().writing().isPresent() ? TEXTS : ANSWERS;
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
        return count == 1
                ? "1 newer " + one
                : String.format(Locale.ROOT, "%d newer %s", count, one.replaceFirst("^(\\w+)", "$1s"));
    }

    /** The text as it is shown. */
    public abstract String laidOut(String text);

    /** The mark goes behind the answer: before it, its width would push the first line out of line. */
    private static String broken(String line) {
        Matcher parts = ANSWER.matcher(line);
        if (!parts.matches()) {
            return line;
        }
        String answer = parts.group("read") + "\n" + parts.group("said");
        if (parts.group("mark") != null) {
            answer += "  " + parts.group("mark");
        }
        return parts.group("right") == null ? answer : answer + "\n" + parts.group("right") + "  right";
    }
}
