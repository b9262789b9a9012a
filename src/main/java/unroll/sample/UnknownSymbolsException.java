package unroll.sample;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import unroll.corpus.Vocabulary;

/** A text holds symbols that the model's vocabulary lacks; the message names them in a sentence for the user. */
public final class UnknownSymbolsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private static final int MOST_NAMED = 8;

    private UnknownSymbolsException(String sentence) {
        super(sentence);
    }

    /**
     * Makes sure that a text can be read by a model.
     *
     * @param place what the user calls the text, for example "the prime"
     * @throws UnknownSymbolsException where the vocabulary lacks a symbol of it
     */
    static void check(String text, String place, Vocabulary vocabulary) {
        int[] unknown = text.codePoints()
                .filter(symbol -> vocabulary.indexOf(symbol) < 0)
                .distinct()
                .toArray();
        if (unknown.length > 0) {
            throw new UnknownSymbolsException(
                    "The model has never seen %s; remove %s from %s, or train on a text that has %s."
                            .formatted(list(unknown), them(unknown), place, them(unknown)));
        }
    }

    private static String list(int[] symbols) {
        int named = Math.min(symbols.length, MOST_NAMED);
        String all = IntStream.of(symbols)
                .limit(named)
                .mapToObj(UnknownSymbolsException::name)
                .collect(Collectors.joining(", "));
        if (named < symbols.length) {
            return "%s and %d more symbols".formatted(all, symbols.length - named);
        }
        int last = all.lastIndexOf(", ");
        return named == 1 ? all : all.substring(0, last) + " and " + all.substring(last + 2);
    }

    /** The symbol itself in quotes where it can be seen, otherwise its number and, where it has one, its Unicode name. */
    private static String name(int symbol) {
        if (isVisible(symbol)) {
            return "\"" + Character.toString(symbol) + "\"";
        }
        String name = Character.getName(symbol);
        return "U+%04X".formatted(symbol) + (name == null ? "" : " (" + name + ")");
    }

    private static boolean isVisible(int symbol) {
        return switch (Character.getType(symbol)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String them(int[] symbols) {
        return symbols.length == 1 ? "it" : "them";
    }
}
