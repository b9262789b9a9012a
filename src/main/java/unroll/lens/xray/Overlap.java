package unroll.lens.xray;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What of a text stands in a corpus word for word. Immutable.
 *
 * @param length characters of the text
 * @param matches every match that cannot be made longer at either end, by position; they may overlap, none contains another
 */
public record Overlap(int length, List<CopiedPassage> matches) {
    /**
     * Characters of a text that stand in the corpus word for word.
     *
     * @param from position in the text, from 0
     * @param length characters, at least 1
     * @param place position in the corpus where they first stand, from 0
     */
    public record CopiedPassage(int from, int length, int place) {
        /** The position behind the last. */
        public int to() {
            return from + length;
        }
    }

    public Overlap {
        matches = List.copyOf(matches);
    }

    /** @param ending for every position the longest match that ends there; length 0 where the corpus lacks the symbol */
    static Overlap of(List<CopiedPassage> ending) {
        List<CopiedPassage> maximal = new ArrayList<>();
        for (int i = 0; i < ending.size(); i++) {
            boolean goesOn = i + 1 < ending.size()
                    && ending.get(i + 1).length() == ending.get(i).length() + 1;
            if (ending.get(i).length() > 0 && !goesOn) {
                maximal.add(ending.get(i));
            }
        }
        return new Overlap(ending.size(), maximal);
    }

    /** The longest match, the first of several; empty where the corpus has no character of the text. */
    public Optional<CopiedPassage> longest() {
        return matches.stream().reduce((best, next) -> next.length() > best.length() ? next : best);
    }

    /** For every character of the text the length of the longest match it is part of, 0 where there is none. */
    public int[] lengths() {
        int[] lengths = new int[length];
        Deque<CopiedPassage> open = new ArrayDeque<>(); // longer ones before shorter ones that end later
        int next = 0;
        for (int i = 0; i < length; i++) {
            for (; next < matches.size() && matches.get(next).from() <= i; next++) {
                while (!open.isEmpty()
                        && open.getLast().length() <= matches.get(next).length()) {
                    open.removeLast();
                }
                open.addLast(matches.get(next));
            }
            while (!open.isEmpty() && open.getFirst().to() <= i) {
                open.removeFirst();
            }
            lengths[i] = open.isEmpty() ? 0 : open.getFirst().length();
        }
        return lengths;
    }
}
