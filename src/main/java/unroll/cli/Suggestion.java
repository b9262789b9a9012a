package unroll.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that somebody who mistyped probably meant. */
final class Suggestion {
    /** One slip for every so many letters is a slip; more is another word. */
    private static final int LETTERS_PER_SLIP = 3;

    private Suggestion() {}

    /** The nearest of these words, or else the one that begins or ends with what was typed; empty where there is none. */
    static Optional<String> of(String typed, Collection<String> words) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> distance(lower, word) <= slips(word))
                .min(Comparator.comparingInt(word -> distance(lower, word)))
                .or(() -> words.stream().filter(word -> isPartOf(word, lower)).findFirst());
    }

    /** Whether it is the beginning of a word, or the last of several: {@code --init}, or {@code --rate}. */
    private static boolean isPartOf(String word, String typed) {
        String letters = typed.replaceFirst("^-+", "");
        return letters.length() >= LETTERS_PER_SLIP && (word.startsWith(typed) || word.endsWith("-" + letters));
    }

    private static int slips(String word) {
        return Math.max(1, word.replace("-", "").length() / LETTERS_PER_SLIP);
    }

    /** Letters left out, put in, changed, or exchanged with the next one (optimal string alignment distance). */
    private static int distance(String from, String to) {
        if (Math.abs(from.length() - to.length()) > slips(to)) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int min = Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean exchanged =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return exchanged ? Math.min(min, cost[i - 2][j - 2] + 1) : min;
    }
}
