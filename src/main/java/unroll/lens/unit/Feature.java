package unroll.lens.unit;

import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Something about a text that a unit may follow, as a number at every character. A unit's activation is that after the
 * character has been read, so the number counts the character too.
 */
public enum Feature {
    /** Characters of the line so far, from 1; 0 at the line end. */
    LINE_POSITION("line position", text -> runs(text, character -> character != '\n')),
    /**
     * 1 from an opening quotation mark up to the last character before the closing one. Typographic marks open and close; a
     * straight one closes what is open. An empty line closes too, so that one forgotten mark does not turn the rest round. The
     * single straight mark is taken for an apostrophe.
     */
    INSIDE_QUOTES("inside quotes", Feature::insideQuotes),
    /** Brackets (, [ and { that are open; those that close without an open one do not count. */
    BRACKET_DEPTH("bracket depth", Feature::bracketDepth),
    /** 1 at a capital letter. */
    CAPITAL("capital letters", text -> where(text, i -> Character.isUpperCase(text[i]))),
    /** 1 at the first character of a line, the passage's first line excepted: nobody knows what was before it. */
    AFTER_NEWLINE("after newline", text -> where(text, i -> i > 0 && text[i - 1] == '\n')),
    /** Letters and digits of the word so far, from 1; 0 outside words. */
    WORD_POSITION("word position", text -> runs(text, Character::isLetterOrDigit)),
    /** 1 at a space. */
    SPACE("spaces", text -> where(text, i -> text[i] == ' '));

    private final String title;
    private final Function<int[], float[]> values;

    Feature(String title, Function<int[], float[]> values) {
        this.title = title;
        this.values = values;
    }

    /** Its name in the window. */
    public String title() {
        return title;
    }

    /**
     * Its value at every character.
     *
     * @param text code points, line ends as LF
     */
    public float[] of(int[] text) {
        return values.apply(text);
    }

    private static float[] insideQuotes(int[] text) {
        float[] values = new float[text.length];
        boolean inside = false;
        for (int i = 0; i < text.length; i++) {
            boolean emptyLine = text[i] == '\n' && i > 0 && text[i - 1] == '\n';
            inside = !emptyLine && afterQuote(text[i], inside);
            values[i] = inside ? 1 : 0;
        }
        return values;
    }

    private static float[] bracketDepth(int[] text) {
        float[] values = new float[text.length];
        int depth = 0;
        for (int i = 0; i < text.length; i++) {
            if ("([{".indexOf(text[i]) >= 0) {
                depth++;
            } else if (")]}".indexOf(text[i]) >= 0 && depth > 0) {
                depth--;
            }
            values[i] = depth;
        }
        return values;
    }

    private static float[] where(int[] text, IntPredicate positions) {
        float[] values = new float[text.length];
        for (int i = 0; i < text.length; i++) {
            values[i] = positions.test(i) ? 1 : 0;
        }
        return values;
    }

    /** How many characters of a kind stand in a row up to here. */
    private static float[] runs(int[] text, IntPredicate kind) {
        float[] values = new float[text.length];
        int run = 0;
        for (int i = 0; i < text.length; i++) {
            run = kind.test(text[i]) ? run + 1 : 0;
            values[i] = run;
        }
        return values;
    }

    private static boolean afterQuote(int character, boolean inside) {
        return switch (character) {
            case '“', '„', '«' -> true;
            case '”', '»' -> false;
            case '"' -> !inside;
            default -> inside;
        };
    }
}
