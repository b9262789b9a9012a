package unroll.message;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Builds the parts of a sentence that depend on what the user gave: numbers with their nouns, quotations, lists. */
public final class Wording {
    /** Most characters of what a user gave that a sentence repeats. */
    public static final int MAX_QUOTED = 40;

    private Wording() {}

    /** A number with its noun, in the plural where it is not 1: "1 byte", "2,000 bytes". */
    public static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s", number, plural(number, noun));
    }

    /** The noun alone, with an s where the number is not 1. */
    public static String plural(long number, String noun) {
        return number == 1 ? noun : noun + "s";
    }

    /** What the user gave, in quotation marks, without line ends and at most {@value #MAX_QUOTED} characters long. */
    public static String quote(String given) {
        return '"' + cut(given) + '"';
    }

    /** The same without quotation marks. */
    public static String cut(String given) {
        // Only the beginning is looked at: what is given may be a million characters long.
        String beginning = given.substring(0, Math.min(given.length(), 2 * (MAX_QUOTED + 1)))
                .replaceAll("\\p{Cntrl}", " ");
        return beginning.codePointCount(0, beginning.length()) <= MAX_QUOTED
                ? beginning
                : beginning.substring(0, beginning.offsetByCodePoints(0, MAX_QUOTED - 1)) + "…";
    }

    /** A list with its last word: "a", "a or b", "a, b or c". */
    public static String list(Collection<String> words, String lastWord) {
        List<String> all = List.copyOf(words);
        int last = all.size() - 1;
        return last < 1
                ? String.join("", all)
                : String.join(", ", all.subList(0, last)) + " " + lastWord + " " + all.get(last);
    }

    /** The first few of a list: "a, b and c", or "a, b and 3 more symbols" where there are more than {@code most}. */
    public static String first(int most, List<String> words, String noun) {
        return words.size() <= most
                ? list(words, "and")
                : String.join(", ", words.subList(0, most)) + " and " + count(words.size() - most, "more " + noun);
    }
}
