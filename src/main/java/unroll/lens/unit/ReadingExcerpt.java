package unroll.lens.unit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.corpus.SplitPart;
import unroll.lens.unit.UnitFinder.UnitMatch;
import unroll.matrix.WorkerGroup;
import unroll.message.ProblemException;
import unroll.network.Network;
import unroll.network.Softmax;
import unroll.network.State;
import unroll.network.Stepper;
import unroll.task.Alphabet;
import unroll.task.AlphabetEntry;
import unroll.task.Examples;
import unroll.task.TaskData;

/**
 * What a network is watched reading: one piece of text, or several examples, each read from the zero state. As one text the
 * pieces stand on lines of their own; the line ends between them are not read. Immutable.
 */
public final class ReadingExcerpt {
    /** What a mark and a label look like in a text. */
    private static final int MARK = '∎';

    private static final int LABEL = '▸';
    private static final int MAX_EXAMPLES = 40;
    /** Columns in which a long text is read; more bring little. */
    private static final int COLUMNS = 32;

    private final List<int[]> pieces;
    private final int[] text;

    private ReadingExcerpt(List<int[]> pieces, Alphabet alphabet) {
        this.pieces = pieces;
        int length = pieces.stream().mapToInt(piece -> piece.length + 1).sum() - 1;
        text = new int[Math.max(0, length)];
        Arrays.fill(text, '\n');
        int at = 0;
        for (int[] piece : pieces) {
            for (int symbol : piece) {
                text[at++] = codePoint(alphabet.symbol(symbol));
            }
            at++;
        }
    }

    private static int codePoint(AlphabetEntry symbol) {
        return switch (symbol.kind()) {
            case CHARACTER -> symbol.text().codePointAt(0);
            case LABEL -> LABEL;
            case MARK -> MARK;
        };
    }

    /**
     * A text.
     *
     * @throws ProblemException where the alphabet lacks one of its characters
     */
    public static ReadingExcerpt of(Alphabet alphabet, String text) {
        return new ReadingExcerpt(List.of(alphabet.encode(text)), alphabet);
    }

    /**
     * The begin of what a model is measured on, or of what it learns from where nothing is held out. Examples are taken from
     * everywhere.
     *
     * @param max characters
     */
    public static ReadingExcerpt heldOut(TaskData data, int max) {
        Alphabet alphabet = data.layout().alphabets().input();
        if (data instanceof TaskData.ExampleSets examined) {
            Examples part = examined.validation().size() > 0 ? examined.validation() : examined.training();
            return new ReadingExcerpt(examples(part, max), alphabet);
        }
        TaskData.Streams streams = (TaskData.Streams) data;
        Corpus corpus = streams.corpus();
        Range validation = corpus.part(streams.split(), SplitPart.VALIDATION);
        Range part = validation.length() > 0 ? validation : corpus.part(streams.split(), SplitPart.TRAIN);
        int[] symbols = new int[Math.min(max, part.length())];
        corpus.copy(part.from(), symbols.length, symbols, 0, 1);
        return new ReadingExcerpt(List.of(symbols), alphabet);
    }

    private static List<int[]> examples(Examples part, int max) {
        List<int[]> pieces = new ArrayList<>();
        int count = Math.min(MAX_EXAMPLES, part.size());
        int left = max;
        for (int k = 0; k < count; k++) {
            int[] inputs = part.example((int) ((long) k * part.size() / count)).inputs();
            left -= inputs.length;
            if (left < 0 && !pieces.isEmpty()) {
                break;
            }
            pieces.add(inputs);
        }
        return pieces;
    }

    /** Its code points, line ends between the pieces; a copy. */
    public int[] text() {
        return text.clone();
    }

    /** Whether there is anything to read. */
    public boolean isEmpty() {
        return text.length == 0;
    }

    /** Reads a piece. */
    @FunctionalInterface
    private interface PieceReader {
        /** @param at of its first character in {@link #text} */
        void read(int[] piece, int at);
    }

    private void forEachPiece(PieceReader reader) {
        int at = 0;
        for (int[] piece : pieces) {
            reader.read(piece, at);
            at += piece.length + 1;
        }
    }

    /**
     * A unit's activation after every character of {@link #text}, NaN at the line ends between pieces. An interrupt ends the
     * reading early.
     *
     * @throws ProblemException see {@link Passage#read(Network, Passage.Visitor)}
     */
    public float[] activations(Network network, Unit unit) {
        float[] activations = new float[text.length];
        Arrays.fill(activations, Float.NaN);
        forEachPiece((piece, at) -> {
            float[] own = new Passage(piece).activations(network, unit);
            System.arraycopy(own, 0, activations, at, own.length);
        });
        return activations;
    }

    /**
     * The hidden state a&lt;t&gt; after every character of {@link #text}: [character][layer, as in {@link State#buffers}][unit]; without
     * layers at the line ends between pieces. An interrupt ends the reading early.
     *
     * @throws IllegalArgumentException with a sentence, see {@link Passage#read(Network, Passage.Visitor)}
     */
    public float[][][] states(Network network) {
        float[][][] states = new float[text.length][0][];
        forEachPiece((piece, at) -> new Passage(piece)
                .read(
                        network,
                        (position, state, column) -> states[at + position] = Arrays.stream(state.buffers())
                                .map(buffers -> buffers[0].clone())
                                .toArray(float[][]::new)));
        return states;
    }

    /**
     * What it costs to foretell the character behind each of {@link #text}: −ln of its probability, in nats; NaN where a piece
     * ends. An interrupt ends the reading early.
     *
     * @param stepper of a network that writes what it reads; restarted for every piece
     */
    public float[] losses(Stepper stepper) {
        float[] losses = new float[text.length];
        Arrays.fill(losses, Float.NaN);
        forEachPiece((piece, at) -> {
            stepper.restart();
            for (int i = 0; i + 1 < piece.length && !Thread.currentThread().isInterrupted(); i++) {
                losses[at + i] = (float) Softmax.crossEntropy(stepper.read(piece[i]), piece[i + 1]);
            }
        });
        return losses;
    }

    /**
     * The units that follow each feature of it best, see {@link UnitFinder#best}. An interrupt ends the reading early.
     *
     * @param count units a feature at most
     * @throws ProblemException see {@link Passage#read(Network, Passage.Visitor)}
     */
    public Map<Feature, List<UnitMatch>> best(Network network, int count) {
        UnitFinder finder = new UnitFinder(network.spec(), text);
        try (WorkerGroup alone = WorkerGroup.ofOne()) {
            forEachPiece((piece, at) -> new Passage(piece)
                    .read(
                            network,
                            COLUMNS,
                            alone,
                            (position, state, column) -> finder.visit(at + position, state, column)));
        }
        return finder.best(count);
    }
}
