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
            default ->
                Character.isISOControl(codePoint) || Character.isSpaceChar(codePoint)
                        ? Character.getName(codePoint).toLowerCase(Locale.ROOT)
                        : Character.toString(codePoint);
        };
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
