package unroll.lens.xray;

import java.util.Optional;
import unroll.corpus.Corpus;
import unroll.corpus.Vocabulary;
import unroll.lens.xray.SuffixAutomaton.AutomatonState;

/**
 * Characters of a text that stand in a corpus word for word.
 *
 * @param from position in the text, from 0
 * @param length characters, at least 1
 * @param place position in the corpus where they first stand, from 0
 */
public record CopiedPassage(int from, int length, int place) {
    /** Characters of a corpus between two looks at whether the thread has been interrupted. */
    private static final int INTERRUPT_EVERY = 1 << 16;

    /** The position behind the last. */
    public int to() {
        return from + length;
    }

    /**
     * The longest passage of a text that stands in a corpus, the first of several; empty where the corpus has no character of the
     * text. The automaton is the text's and the corpus runs through it once, so time grows with the corpus and memory with the
     * text alone.
     *
     * @param text by Unicode characters; those the corpus lacks match nothing
     * @throws InterruptedException where the thread is interrupted, which ends a long search within a millisecond or two
     */
    public static Optional<CopiedPassage> longest(String text, Corpus corpus) throws InterruptedException {
        AutomatonState empty = SuffixAutomaton.of(symbols(text, corpus.vocabulary()));
        AutomatonState state = empty;
        int matched = 0;
        CopiedPassage longest = new CopiedPassage(0, 0, 0);
        for (int position = 0; position < corpus.length(); position++) {
            if (position % INTERRUPT_EVERY == 0 && Thread.interrupted()) {
                throw new InterruptedException("The search for copied passages was broken off.");
            }
            int symbol = corpus.symbol(position);
            while (state.next(symbol) == null && state.suffix() != null) {
                state = state.suffix();
                matched = state.length();
            }
            AutomatonState next = state.next(symbol);
            if (next != null) {
                state = next;
                matched++;
            }
            int from = state.firstEnd() - matched;
            if (matched > longest.length || matched == longest.length && from < longest.from) {
                longest = new CopiedPassage(from, matched, position + 1 - matched);
            }
        }
        return Optional.of(longest).filter(found -> found.length > 0);
    }

    /** Symbols that the vocabulary lacks get the index behind its last. */
    private static int[] symbols(String text, Vocabulary vocabulary) {
        return text.codePoints()
                .map(vocabulary::indexOf)
                .map(index -> index < 0 ? vocabulary.size() : index)
                .toArray();
    }
}
