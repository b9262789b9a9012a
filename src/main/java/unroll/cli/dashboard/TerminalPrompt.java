package unroll.cli.dashboard;

import java.util.Map;
import java.util.function.Consumer;
import unroll.cli.dashboard.DashboardState.Prompt;

/** A question under way: answered with a line of text, or with one key. Escape leaves it unanswered. */
final class TerminalPrompt {
    private static final int MAX_TYPED = 500;

    private final String text;
    private final StringBuilder typed;
    private final Map<Character, Runnable> choices;
    private final Consumer<String> onLine;

    private TerminalPrompt(String text, String typed, Map<Character, Runnable> choices, Consumer<String> onLine) {
        this.text = text;
        this.typed = new StringBuilder(typed);
        this.choices = choices;
        this.onLine = onLine;
    }

    /**
     * A question for a line of text.
     *
     * @param typed the answer to begin with
     * @param onLine gets the line when Enter is pressed
     */
    static TerminalPrompt line(String text, String typed, Consumer<String> onLine) {
        return new TerminalPrompt(text, typed, Map.of(), onLine);
    }

    /** A question for one of these keys; any other leaves it unanswered. */
    static TerminalPrompt choice(String text, Map<Character, Runnable> choices) {
        return new TerminalPrompt(text, "", choices, line -> {});
    }

    Prompt prompt() {
        return new Prompt(text, typed.toString());
    }

    /** Whether the question is still open afterwards. What follows from an answer is done here. */
    boolean press(char key) {
        if (!choices.isEmpty()) {
            choices.getOrDefault(Character.toLowerCase(key), () -> {}).run();
            return false;
        }
        switch (key) {
            case Keys.ENTER, Keys.LINE_FEED -> onLine.accept(typed.toString());
            case Keys.BACKSPACE, Keys.DELETE -> deleteLast();
            case Keys.CLEAR_LINE -> typed.setLength(0);
            default -> {
                if (!Character.isISOControl(key) && typed.length() < MAX_TYPED) {
                    typed.append(key);
                }
            }
        }
        return key != Keys.ENTER && key != Keys.LINE_FEED && key != Keys.ESCAPE;
    }

    private void deleteLast() {
        if (typed.length() > 0) {
            typed.setLength(typed.offsetByCodePoints(typed.length(), -1));
        }
    }
}
