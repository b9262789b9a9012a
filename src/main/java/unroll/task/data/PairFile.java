package unroll.task.data;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Range;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;
import unroll.task.InputOutput;
import unroll.task.RnnType;

/**
 * The user's own pairs: a text of lines {@code input<TAB>output}. Empty lines are passed over. Encodings, byte order
 * marks and line ends are those of any text the program opens.
 */
public final class PairFile {
    /** The largest file that is read, in bytes. */
    static final long MAX_BYTES = 256L << 20;
    /** The most lines. */
    static final int MAX_LINES = 1_000_000;
    /** The longest line in characters: every one is a step of the network. */
    static final int MAX_LINE_LENGTH = 1_000;
    /** The most labels that still make a table a person can read. */
    static final int MAX_LABELS = 500;
    /** Fewer lines teach nothing that could be measured. */
    static final int MIN_LINES = 10;

    private final Corpus text;
    private final RnnType type;
    private final List<InputOutput> pairs = new ArrayList<>();
    /** The line on which a label stands first; negative where it stands on later ones, too. */
    private final Map<String, Integer> labels = new LinkedHashMap<>();

    private PairFile(Corpus text, RnnType type) {
        this.text = text;
        this.type = type;
    }

    /**
     * Opens a file of pairs as the text it is.
     *
     * @param charset how it is encoded, or null to detect it
     * @param onMalformed whether bytes that do not fit the encoding are reported or replaced
     * @throws ProblemException where it is too large or cannot be read
     */
    public static Corpus open(Path file, @Nullable Charset charset, CodingErrorAction onMalformed) throws IOException {
        requireSize(file);
        return CorpusReader.read(file, charset, onMalformed, CorpusReader.Progress.NONE);
    }

    /** @throws ProblemException where a file is too large to be one of pairs */
    public static void requireSize(Path file) throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) > MAX_BYTES) {
            throw Reason.PAIRS_TOO_LARGE.exception(file, Files.size(file) >> 20, MAX_BYTES >> 20);
        }
    }

    /** The pairs of a text that is already open. */
    public static List<InputOutput> parse(Corpus text, RnnType type) {
        PairFile file = new PairFile(text, type);
        file.readLines();
        file.requireEnough();
        return List.copyOf(file.pairs);
    }

    private void readLines() {
        int number = 1;
        for (int from = 0; from < text.length(); number++) {
            Range line = text.lineFrom(from);
            if (line.length() > MAX_LINE_LENGTH) {
                throw Reason.PAIR_TOO_LONG.exception(text.name(), number, MAX_LINE_LENGTH);
            }
            add(text.text(line), number);
            from = line.to() + 1;
        }
    }

    private void add(String line, int number) {
        if (line.isEmpty()) {
            return;
        }
        int tab = line.indexOf('\t');
        if (tab < 0) {
            throw Reason.NO_TAB.exception(text.name(), number);
        }
        if (line.indexOf('\t', tab + 1) >= 0) {
            throw Reason.SECOND_TAB.exception(text.name(), number);
        }
        InputOutput pair = new InputOutput(line.substring(0, tab), line.substring(tab + 1));
        Reason reason = type.refusal(pair);
        if (reason != null) {
            throw reason.exception(text.name(), number, pair.inputLength(), pair.outputLength());
        }
        if (pairs.size() == MAX_LINES) {
            throw Reason.PAIRS_ABOVE_LIMIT.exception(text.name(), number, MAX_LINES);
        }
        count(type.label(pair), number);
        pairs.add(pair);
    }

    private void count(@Nullable String label, int number) {
        if (label != null) {
            labels.merge(label, number, (first, again) -> -1);
            if (labels.size() > MAX_LABELS) {
                throw Reason.TOO_MANY_LABELS.exception(text.name(), number, labels.size(), MAX_LABELS);
            }
        }
    }

    private void requireEnough() {
        if (pairs.size() < MIN_LINES) {
            throw Reason.TOO_FEW_PAIRS.exception(text.name(), Wording.count(pairs.size(), "pair"), MIN_LINES);
        }
        for (Map.Entry<String, Integer> label : labels.entrySet()) {
            if (label.getValue() > 0) {
                throw Reason.LABEL_ON_ONE_LINE.exception(text.name(), label.getValue(), Wording.cut(label.getKey()));
            }
        }
        if (type.asksForLabel() && labels.size() < 2) {
            throw Reason.ONE_LABEL.exception(
                    text.name(), labels.keySet().iterator().next());
        }
    }
}
