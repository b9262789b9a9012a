package unroll.message;

import java.util.Locale;

/** Symbols of a text made visible: by a name, or by a mark that is one character wide. */
public final class Symbols {
    private Symbols() {}

    /** The symbol itself, or its name where it leaves no mark on paper. */
    public static String visible(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "line end";
            case '\t' -> "tab";
            case ' ' -> "space";
            case 0xA0 -> "no-break space";
            default -> isInvisible(codePoint) ? name(codePoint) : Character.toString(codePoint);
        };
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Unicode's name; the number where there is none, or one that says no more. */
    private static String name(int codePoint) {
        boolean unnamed = switch (Character.getType(codePoint)) {
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> false;
        };
        return unnamed
                ? String.format(Locale.ROOT, "U+%04X", codePoint)
                : Character.getName(codePoint).toLowerCase(Locale.ROOT);
    }

    /** In a sentence: in quotation marks, or by its name where it leaves no mark of its own on paper. */
    public static String named(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return name(codePoint);
        }
        return isInvisible(codePoint) ? visible(codePoint) : '"' + Character.toString(codePoint) + '"';
    }

    /** One sign where there is one, also for a space; otherwise the name. */
    public static String mark(int codePoint) {
        return codePoint == ' '
                ? "␣"
                : "\n\t".indexOf(codePoint) >= 0 ? marks(Character.toString(codePoint)) : visible(codePoint);
    }

    /** The same for a text: a space alone has a sign, in a longer text it is seen as a gap. */
    public static String mark(String text) {
        return text.equals(" ") ? "␣" : marks(text);
    }

    /** A text of one line, its line ends and tabs as signs, each character still one character wide. */
    public static String marks(String text) {
        return text.replace('\n', '↵').replace('\t', '⇥').replace("\r", "");
    }

    /** In quotation marks; a single symbol by its name where it leaves no mark on paper. */
    public static String quoted(String text) {
        boolean single = text.codePointCount(0, text.length()) == 1;
        return '"' + (single ? visible(text.codePointAt(0)) : text) + '"';
    }
}
