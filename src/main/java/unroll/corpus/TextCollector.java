package unroll.corpus;

import java.nio.CharBuffer;
import java.util.Arrays;
import unroll.message.Reason;
import unroll.message.Symbols;

/**
 * Makes a corpus from code points as they are decoded: drops a leading byte order mark, turns CRLF and CR into LF,
 * gathers the vocabulary, and refuses what is no text.
 */
final class TextCollector {
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int NEXT_LINE = 0x85;
    /** More control characters than one in so many symbols, and it is no text. */
    private static final int CONTROL_SHARE = 50;

    private final String name;
    private final Vocabulary.CodePointMap numbers = new Vocabulary.CodePointMap();
    private final SymbolStore.Builder symbols = new SymbolStore.Builder();
    private int[] codePoints = new int[256];
    private int distinct;
    private boolean afterReturn;

    /** @param name what messages call the text */
    TextCollector(String name) {
        this.name = name;
    }

    /** Symbols so far. */
    long length() {
        return symbols.length();
    }

    /** The line that the next symbol stands on, from 1. Reads through what there is. */
    long line() {
        int newline = numbers.get('\n');
        return newline == Vocabulary.CodePointMap.ABSENT ? 1 : symbols.count(newline) + 1;
    }

    /** Lets go of everything added, to make room for another attempt; this collector is of no use afterwards. */
    void discard() {
        symbols.clear();
    }

    void add(int codePoint) {
        if (codePoint == '\n' && afterReturn) {
            afterReturn = false;
            return;
        }
        afterReturn = codePoint == '\r';
        int symbol = afterReturn ? '\n' : codePoint;
        int number = numbers.get(symbol);
        if (number != Vocabulary.CodePointMap.ABSENT) {
            symbols.add(number);
        } else {
            addFirst(symbol);
        }
    }

    /**
     * Adds what it can of a run of ASCII at once: as long as its symbols were seen before and are no line ends to mend.
     *
     * @return where it stopped, {@code from} to {@code end}
     */
    int addAscii(byte[] bytes, int from, int end) {
        return afterReturn ? from : symbols.addAscii(bytes, from, end, numbers.firstPage());
    }

    /** Adds UTF-16 units as code points; a high surrogate at the very end stays in the buffer. */
    void addAll(CharBuffer chars) {
        while (chars.hasRemaining()) {
            char unit = chars.get();
            if (!Character.isHighSurrogate(unit)) {
                add(unit);
            } else if (!chars.hasRemaining()) {
                chars.position(chars.position() - 1);
                return;
            } else if (Character.isLowSurrogate(chars.get(chars.position()))) {
                add(Character.toCodePoint(unit, chars.get()));
            } else {
                add(unit);
            }
        }
    }

    /** The corpus of everything added; this collector is of no use afterwards. */
    Corpus finish(Corpus.Source source) {
        requireText();
        Vocabulary vocabulary = new Vocabulary(Arrays.copyOf(codePoints, distinct));
        int[] indices = new int[distinct];
        for (int number = 0; number < distinct; number++) {
            indices[number] = vocabulary.indexOf(codePoints[number]);
        }
        long[] frequencies = new long[distinct];
        SymbolStore store = symbols.finish(indices, frequencies);
        requireFewControls(vocabulary, frequencies);
        return new Corpus(source, vocabulary, store, frequencies);
    }

    /** Refuses a text that has grown beyond what positions can count. */
    void requireCountable() {
        if (length() > Integer.MAX_VALUE) {
            throw Reason.TOO_MANY_CHARACTERS.exception(name, Integer.MAX_VALUE);
        }
    }

    /** A symbol seen for the first time: the one moment at which it needs a check. */
    private void addFirst(int symbol) {
        if (symbol == BYTE_ORDER_MARK && length() == 0) {
            return;
        }
        requireCharacter(symbol);
        if (distinct == SymbolStore.LIMIT) {
            throw Reason.TOO_MANY_SYMBOLS.exception(name, SymbolStore.LIMIT);
        }
        if (distinct == codePoints.length) {
            codePoints = Arrays.copyOf(codePoints, 2 * distinct);
        }
        codePoints[distinct] = symbol;
        numbers.put(symbol, distinct);
        symbols.add(distinct++);
    }

    private void requireCharacter(int symbol) {
        if (symbol == 0) {
            throw Reason.NUL_CHARACTERS.exception(name);
        }
        if (Character.getType(symbol) == Character.SURROGATE) {
            throw Reason.HALF_CHARACTER.exception(name, symbol, length());
        }
    }

    private void requireText() {
        requireCountable();
        if (distinct == 0) {
            throw Reason.EMPTY_TEXT.exception(name);
        }
        if (distinct == 1) {
            throw Reason.ONE_SYMBOL.exception(name, Symbols.named(codePoints[0]));
        }
    }

    private void requireFewControls(Vocabulary vocabulary, long[] frequencies) {
        long controls = 0;
        for (int index = 0; index < frequencies.length; index++) {
            if (isForeignToText(vocabulary.codePoint(index))) {
                controls += frequencies[index];
            }
        }
        if (controls * CONTROL_SHARE > Arrays.stream(frequencies).sum()) {
            Reason reason = controls == 1 ? Reason.CONTROL_CHARACTER : Reason.CONTROL_CHARACTERS;
            throw reason.exception(name, controls);
        }
    }

    /** Control characters other than tabs, line and page ends, and the escape of colored terminal logs. */
    private static boolean isForeignToText(int codePoint) {
        boolean ordinary = codePoint >= '\t' && codePoint <= '\r' || codePoint == 0x1B || codePoint == NEXT_LINE;
        return Character.isISOControl(codePoint) && !ordinary;
    }
}
