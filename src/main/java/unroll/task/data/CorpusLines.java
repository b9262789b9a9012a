package unroll.task.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import unroll.corpus.Corpus;

/** The lines of a text as short strings. */
public final class CorpusLines {
    private CorpusLines() {}

    /**
     * The first different lines without white space around them; a longer line is cut into pieces.
     *
     * @param most how many at most
     * @param longest characters of a piece at most
     */
    public static List<String> distinct(Corpus corpus, int most, int longest) {
        Set<String> lines = new LinkedHashSet<>();
        StringBuilder line = new StringBuilder();
        int characters = 0;
        for (int position = 0; position < corpus.length() && lines.size() < most; position++) {
            int symbol = corpus.symbol(position);
            boolean ends = corpus.vocabulary().codePoint(symbol) == '\n';
            if (!ends) {
                corpus.vocabulary().append(symbol, line);
                characters++;
            }
            if (ends || characters == longest || position == corpus.length() - 1) {
                lines.add(line.toString().strip());
                lines.remove("");
                line.setLength(0);
                characters = 0;
            }
        }
        return new ArrayList<>(lines);
    }
}
