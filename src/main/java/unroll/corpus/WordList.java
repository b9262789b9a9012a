package unroll.corpus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * The different words of a text, whatever their case. A word is a run of letters and digits with a letter in it,
 * and with apostrophes inside it. Empty where a text
 * is not written in words with something between them, as Chinese or a string of a and b is not: there it tells nothing.
 * Immutable.
 */
public final class WordList {
    /** Different words at most, some 10 MB; what follows in the text adds no more. */
    public static final int MAX_WORDS = 100_000;

    /** Letters of a word at most; a longer run is none. */
    private static final int MAX_LENGTH = 40;

    /** Where runs of letters are longer on the average, nothing stands between words. */
    private static final int MAX_MEAN_LENGTH = 15;

    /** Scripts that put nothing between words. */
    private static final Set<Character.UnicodeScript> UNSPACED = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR,
            Character.UnicodeScript.TIBETAN);

    /** Of what is no text. */
    public static final WordList NONE = new WordList(Set.of());

    private final Set<String> words;

    private WordList(Set<String> words) {
        this.words = words;
    }

    /** The words of a part of a text. Takes about a second for 30 million symbols. */
    public static WordList of(Corpus text, Range part) {
        Vocabulary vocabulary = text.vocabulary();
        Counting counting = new Counting();
        runs(part.length(), i -> vocabulary.codePoint(text.symbol(part.from() + i)), counting);
        return new WordList(counting.isInWords() ? counting.words : Set.of());
    }

    /** Which words of a text are real. One that the text's end may have cut off does not count. */
    public RealWords in(String text) {
        if (words.isEmpty()) {
            return RealWords.NONE;
        }
        int[] codePoints = text.codePoints().toArray();
        List<Range> places = new ArrayList<>();
        int[] count = {0};
        runs(codePoints.length, i -> codePoints[i], (word, from, to) -> {
            if (to < codePoints.length) {
                count[0]++;
                if (words.contains(word)) {
                    int begin = text.offsetByCodePoints(0, from);
                    places.add(new Range(begin, text.offsetByCodePoints(begin, to - from)));
                }
            }
        });
        return new RealWords(places, count[0]);
    }

    /** Gets the runs of letters of a text. */
    private interface Runs {
        /** @param word in lower case, its first {@value #MAX_LENGTH} letters */
        void add(String word, int from, int to);
    }

    private static void runs(int length, IntUnaryOperator codePoint, Runs runs) {
        StringBuilder word = new StringBuilder();
        int from = 0;
        for (int i = 0; i <= length; i++) {
            if (i < length && isOfWord(i, length, codePoint)) {
                from = word.isEmpty() ? i : from;
                if (i - from < MAX_LENGTH) {
                    word.appendCodePoint(isApostrophe(codePoint.applyAsInt(i)) ? '\'' : codePoint.applyAsInt(i));
                }
            } else if (!word.isEmpty()) {
                if (word.codePoints().anyMatch(Character::isLetter)) {
                    runs.add(word.toString().toLowerCase(Locale.ROOT), from, i);
                }
                word.setLength(0);
            }
        }
    }

    private static boolean isOfWord(int i, int length, IntUnaryOperator codePoint) {
        int symbol = codePoint.applyAsInt(i);
        return isLetter(symbol)
                || Character.isDigit(symbol)
                || isApostrophe(symbol)
                        && i > 0
                        && i + 1 < length
                        && isLetter(codePoint.applyAsInt(i - 1))
                        && isLetter(codePoint.applyAsInt(i + 1));
    }

    private static boolean isApostrophe(int codePoint) {
        return codePoint == '\'' || codePoint == '\u2019';
    }

    /** Marks over and under letters too, which some scripts write apart. */
    private static boolean isLetter(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isLetter(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static final class Counting implements Runs {
        private final Set<String> words = new HashSet<>();
        private long runs;
        private long letters;
        private long unspaced;

        @Override
        public void add(String word, int from, int to) {
            runs++;
            letters += to - from;
            if (UNSPACED.contains(Character.UnicodeScript.of(word.codePointAt(0)))) {
                unspaced++;
            }
            if (to - from <= MAX_LENGTH && words.size() < MAX_WORDS) {
                words.add(word);
            }
        }

        boolean isInWords() {
            return runs > 0 && letters <= MAX_MEAN_LENGTH * runs && 2 * unspaced <= runs;
        }
    }
}
