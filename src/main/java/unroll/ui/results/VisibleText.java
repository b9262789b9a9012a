package unroll.ui.results;

import unroll.message.Symbols;

/** Text in which nothing is invisible, each character still one character wide. */
final class VisibleText {
    private VisibleText() {}

    /** A text of a line, its line ends and tabs made visible. */
    static String line(String text) {
        return text.replace('\n', '↵').replace('\t', '⇥').replace("\r", "");
    }

    /** A single symbol, also where it is a space. */
    static String one(String symbol) {
        return symbol.equals(" ") ? "␣" : line(symbol);
    }

    /** What a symbol is called. */
    static String name(String symbol) {
        return symbol.codePointCount(0, symbol.length()) == 1
                ? "\"" + Symbols.visible(symbol.codePointAt(0)) + "\""
                : "\"" + symbol + "\"";
    }
}
