package unroll.cli.dashboard;

import java.nio.charset.Charset;
import java.util.regex.Pattern;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/**
 * The characters and colors a terminal can show.
 *
 * @param color whether it has at least eight colors and they are wanted
 * @param unicode whether its encoding has block characters; otherwise everything is drawn in ASCII
 */
public record TerminalStyle(boolean color, boolean unicode) {
    /** Columns filled by none to eight eighths. */
    private static final String BLOCKS = " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

    private static final String ASCII_BLOCKS = " ...:::##";
    private static final int MIN_COLORS = 8;
    private static final char FIRST_PRINTABLE = ' ';
    private static final char LAST_ASCII = '~';

    /** The characters of numbers that ASCII lacks, and what stands for them. */
    private static final String FIGURES = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹−–";

    private static final String ASCII_FIGURES = "-0123456789--";
    private static final Pattern POWER = Pattern.compile("×10(?=[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])");

    /** For lines that may end up anywhere. */
    public static final TerminalStyle PLAIN = new TerminalStyle(false, false);

    /**
     * The style of a terminal.
     *
     * @param colors how many it has, or null where that is not known
     * @param noColor the environment variable NO_COLOR (no-color.org), or null where it is not set
     */
    public static TerminalStyle of(@Nullable Integer colors, @Nullable String noColor, Charset encoding) {
        boolean wanted = noColor == null || noColor.isEmpty();
        return new TerminalStyle(
                wanted && colors != null && colors >= MIN_COLORS,
                encoding.newEncoder().canEncode(BLOCKS));
    }

    /** A cell filled from below by so many eighths, from 0 to 8. */
    char block(int eighths) {
        return (unicode ? BLOCKS : ASCII_BLOCKS).charAt(eighths);
    }

    char dash() {
        return unicode ? '\u2500' : '-';
    }

    char point() {
        return unicode ? '\u2022' : 'o';
    }

    char cursor() {
        return unicode ? '\u2588' : '_';
    }

    String separator() {
        return unicode ? " \u00b7 " : ", ";
    }

    String ellipsis() {
        return unicode ? "\u2026" : "...";
    }

    AttributedStyle curve() {
        return colored(AttributedStyle.CYAN);
    }

    AttributedStyle validation() {
        return colored(AttributedStyle.MAGENTA).bold();
    }

    /** A validation before the filled part of the curve. */
    AttributedStyle validationOnCurve() {
        return color ? validation().background(AttributedStyle.CYAN) : validation();
    }

    AttributedStyle running() {
        return colored(AttributedStyle.GREEN).bold();
    }

    AttributedStyle standing() {
        return colored(AttributedStyle.YELLOW).bold();
    }

    /** What names and frames the rest. */
    AttributedStyle quiet() {
        return AttributedStyle.DEFAULT.faint();
    }

    AttributedStyle strong() {
        return AttributedStyle.BOLD;
    }

    private AttributedStyle colored(int number) {
        return color ? AttributedStyle.DEFAULT.foreground(number) : AttributedStyle.DEFAULT;
    }

    /** The text without characters that would move the cursor or that this terminal does not have; line feeds stay. */
    public String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        String shown = unicode ? text : POWER.matcher(text).replaceAll("e").replace("∞", "inf");
        shown.codePoints().forEach(symbol -> printable.appendCodePoint(printable(symbol)));
        return printable.toString();
    }

    private int printable(int symbol) {
        if (symbol == '\n') {
            return symbol;
        }
        if (symbol == '\t') {
            return ' ';
        }
        int figure = unicode ? -1 : FIGURES.indexOf(symbol);
        if (figure >= 0) {
            return ASCII_FIGURES.charAt(figure);
        }
        boolean moves = symbol < FIRST_PRINTABLE
                || Character.getType(symbol) == Character.CONTROL
                || Character.getType(symbol) == Character.FORMAT
                || Character.getType(symbol) == Character.SURROGATE;
        return moves || !unicode && symbol > LAST_ASCII ? '?' : symbol;
    }
}
