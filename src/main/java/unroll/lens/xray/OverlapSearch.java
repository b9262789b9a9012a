package unroll.lens.xray;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.corpus.Vocabulary;
import unroll.lens.xray.Overlap.CopiedPassage;

/**
 * Finds what of a text stands in a corpus word for word. The automaton is the text's and the corpus runs through it once, so time
 * grows with the corpus and memory with the text alone: at most 350 bytes a character of it.
 */
public final class OverlapSearch {
    /** Between two looks at whether the thread has been interrupted. */
    private static final int CHUNK = 1 << 16;

    private final SuffixAutomaton automaton;
    private final int textLength;
    /** For each state the longest match that ended in it, and the place in the corpus behind its first one. */
    private final int[] reached;

    private final int[] behind;
    /** For each state the place behind the first match of any length that ended in it; 0 before there is one. */
    private final int[] earliest;

    private int state;
    private int matched;

    private OverlapSearch(int[] text) {
        automaton = new SuffixAutomaton(text);
        textLength = text.length;
        reached = new int[automaton.states()];
        behind = new int[automaton.states()];
        earliest = new int[automaton.states()];
    }

    /**
     * Compares a text with a part of a corpus.
     *
     * @param text by Unicode characters; those the corpus lacks match nothing
     * @param range of the corpus; places are counted from the corpus' begin all the same
     * @throws InterruptedException where the thread is interrupted, which ends a long search within a millisecond or two
     */
    public static Overlap search(String text, Corpus corpus, Range range) throws InterruptedException {
        OverlapSearch search = new OverlapSearch(symbols(text, corpus.vocabulary()));
        int[] chunk = new int[Math.min(CHUNK, range.length())];
        for (int from = range.from(); from < range.to(); from += CHUNK) {
            if (Thread.interrupted()) {
                throw new InterruptedException("The search for copied passages was broken off.");
            }
            int count = Math.min(CHUNK, range.to() - from);
            corpus.copy(from, count, chunk, 0, 1);
            search.read(chunk, count, from);
        }
        return search.overlap();
    }

    /** Symbols that the vocabulary lacks get the index behind its last. */
    private static int[] symbols(String text, Vocabulary vocabulary) {
        return text.codePoints()
                .map(vocabulary::indexOf)
                .map(index -> index < 0 ? vocabulary.size() : index)
                .toArray();
    }

    /** Runs a piece of the corpus through the automaton. */
    private void read(int[] symbols, int count, int place) {
        for (int i = 0; i < count; i++) {
            step(symbols[i]);
            if (matched > reached[state]) {
                reached[state] = matched;
                behind[state] = place + i + 1;
                earliest[state] = earliest[state] == 0 ? place + i + 1 : earliest[state];
            }
        }
    }

    /** Makes the match longer by a symbol, or as much shorter in front as it must be for that. */
    private void step(int symbol) {
        int next = automaton.next(state, symbol);
        while (next == SuffixAutomaton.NONE && state != 0) {
            state = automaton.link(state);
            matched = automaton.length(state);
            next = automaton.next(state, symbol);
        }
        if (next != SuffixAutomaton.NONE) {
            state = next;
            matched++;
        }
    }

    private Overlap overlap() {
        int[] shortestFirst = IntStream.range(1, automaton.states())
                .boxed()
                .sorted(Comparator.comparing(automaton::length))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = shortestFirst.length - 1; i >= 0; i--) {
            handDown(shortestFirst[i]);
        }
        int[] found = new int[automaton.states()];
        for (int each : shortestFirst) {
            found[each] = reached[each] > 0 ? each : found[automaton.link(each)];
        }
        List<CopiedPassage> ending = new ArrayList<>();
        for (int position = 0; position < textLength; position++) {
            int longest = found[automaton.prefix(position)];
            int length = reached[longest];
            ending.add(new CopiedPassage(position + 1 - length, length, behind[longest] - length));
        }
        return Overlap.of(ending);
    }

    /** Where a substring stands its suffixes stand too, and that may be their first place. */
    private void handDown(int longer) {
        int shorter = automaton.link(longer);
        if (earliest[longer] == 0 || shorter == 0) {
            return;
        }
        boolean wasWhole = reached[shorter] == automaton.length(shorter);
        behind[shorter] = wasWhole ? Math.min(behind[shorter], earliest[longer]) : earliest[longer];
        reached[shorter] = automaton.length(shorter);
        earliest[shorter] = earliest[shorter] == 0 ? earliest[longer] : Math.min(earliest[shorter], earliest[longer]);
    }
}
