package unroll.ui.samples;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import unroll.settings.Settings;
import unroll.train.LiveAnswer;
import unroll.train.TrainingEvent.Sampled;

/** What a network shows of itself while it learns, and how that is called. */
public enum SampleKind {
    TEXTS(
            "Live samples",
            "While it trains, the network shows here what it can write: nonsense at first, words soon after.",
            "sample"),
    ANSWERS(
            "Live answers",
            "While it trains, the network answers here some examples that it is not trained on: by chance at first, then"
                    + " better and better.",
            "set of answers");

    private static final int LONG_LINE = 34;

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

    /** The text as it is shown: where an answer is long, all are broken, so that each stands under what was read. */
    public static String laidOut(Sampled sample) {
        List<LiveAnswer> answers = sample.answers();
        if (answers.isEmpty()) {
            return sample.text();
        }
        boolean broken = answers.stream().anyMatch(answer -> answer.line().length() > LONG_LINE);
        return answers.stream()
                .map(answer -> broken ? broken(answer) : answer.line())
                .collect(Collectors.joining(broken ? "\n\n" : "\n"));
    }

    /** The mark goes behind the answer: before it, its width would push the first line out of line. */
    private static String broken(LiveAnswer answer) {
        String lines = answer.input() + "\n" + answer.output();
        if (answer.expected() == null) {
            return lines;
        }
        return lines + "  " + answer.mark() + (answer.correct() ? "" : "\n" + answer.expected() + "  right");
    }
}
