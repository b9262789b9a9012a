package unroll.train;

import org.jspecify.annotations.Nullable;

/**
 * How a network answered an example that it is not trained on.
 *
 * @param expected the right output; null where an answer is drawn, and none is the only right one
 * @param correct whether the output is right; of no meaning where none is expected
 */
public record LiveAnswer(
        String input, String output, @Nullable String expected, boolean correct) {
    /** ✓ or ✗; empty where no output is the only right one. */
    public String mark() {
        return expected == null ? "" : correct ? "\u2713" : "\u2717";
    }

    /** On one line: "✗ 5+7 → 11, right: 12". */
    public String line() {
        String answer = "%s \u2192 %s".formatted(input, output);
        if (expected == null) {
            return answer;
        }
        return mark() + " " + answer + (correct ? "" : ", right: " + expected);
    }
}
