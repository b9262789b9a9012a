package unroll.sample;

import java.util.List;
import unroll.corpus.Vocabulary;
import unroll.message.Wording;

/** A text holds symbols that the model's vocabulary lacks; the message names them in a sentence for the user. */
public final class UnknownSymbolsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private static final int MAX_NAMED = 8;

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
        List<String> unknown = vocabulary.unknown(text);
        if (!unknown.isEmpty()) {
            String them = unknown.size() == 1 ? "it" : "them";
            throw new UnknownSymbolsException(
                    "The model has never seen %s; remove %s from %s, or train on a text that has %s."
                            .formatted(list(unknown), them, place, them));
        }
    }

    private static String list(List<String> names) {
        if (names.size() > MAX_NAMED) {
            return String.join(", ", names.subList(0, MAX_NAMED)) + " and "
                    + Wording.count(names.size() - MAX_NAMED, "more symbol");
        }
        return Wording.list(names, "and");
    }
}
