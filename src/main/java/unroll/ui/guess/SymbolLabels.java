package unroll.ui.guess;

import unroll.message.Symbols;

/** Symbols as short as they can be shown. */
final class SymbolLabels {
    private SymbolLabels() {}

    /** One sign where there is one, also for what leaves no mark on paper. */
    static String of(int codePoint) {
        return switch (codePoint) {
            case ' ' -> "␣";
            case '\n' -> "↵";
            case '\t' -> "⇥";
            default -> Symbols.visible(codePoint);
        };
    }
}
