package unroll.message;

import java.util.Locale;

/** Single symbols made visible. */
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
}
