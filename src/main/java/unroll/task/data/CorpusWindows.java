package unroll.task.data;

import java.util.Arrays;
import java.util.List;
import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.corpus.SplitPart;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.task.Alphabet;
import unroll.task.Alphabets;
import unroll.task.Batch;
import unroll.task.Example;
import unroll.task.Examples;
import unroll.task.InputOutput;
import unroll.task.Layout;
import unroll.task.Matcher;
import unroll.task.RandomStreams;
import unroll.task.ReadingOrder;
import unroll.task.RnnType;
import unroll.task.TaskData;
import unroll.task.TaskRequest;

/** Windows of a text as examples, read from the text when they are asked for. */
public final class CorpusWindows implements Examples {
    private final Corpus corpus;
    private final Range range;
    private final Cut cut;

    /**
     * How a text becomes examples.
     *
     * @param length characters that are read, at least 1
     * @param stride from the start of one window to that of the next, at least 1
     */
    public record Cut(int length, int stride, Targets targets) {}

    /** Which steps of a window are asked for the next character. */
    public enum Targets {
        LAST,
        ALL
    }

    CorpusWindows(Corpus corpus, Range range, Cut cut) {
        this.corpus = corpus;
        this.range = range;
        this.cut = cut;
    }

    /**
     * The parts of a text as a task's data.
     *
     * @throws ProblemException where a part is shorter than one window, or the text holds symbols that the
     *     model that is to read it has never seen
     */
    public static TaskData data(RnnType type, TaskRequest request, Cut cut) {
        Corpus text = request.known() == null
                ? request.text()
                : request.text()
                        .withVocabulary(request.known().alphabets().input().vocabulary());
        return data(type, request.withText(text), Alphabet.of(text.vocabulary()), cut);
    }

    private static TaskData data(RnnType type, TaskRequest request, Alphabet characters, Cut cut) {
        Alphabets alphabets = new Alphabets(Alphabet.EMPTY, characters, characters);
        return new TaskData.ExampleSets(
                new Layout(type, alphabets, ReadingOrder.FORWARDS),
                Matcher.SAME,
                part(request, SplitPart.TRAIN, cut),
                part(request, SplitPart.VALIDATION, cut),
                part(request, SplitPart.TEST, cut));
    }

    private static CorpusWindows part(TaskRequest request, SplitPart part, Cut cut) {
        Range range = request.text().part(request.split(), part);
        if (request.split().share(part) > 0 && range.length() <= cut.length) {
            throw tooShort(request, cut);
        }
        return new CorpusWindows(request.text(), range, cut);
    }

    /** Names the shortest part, so that what is proposed is enough for all. */
    private static ProblemException tooShort(TaskRequest request, Cut cut) {
        SplitPart shortest = SplitPart.TRAIN;
        for (SplitPart part : List.of(SplitPart.VALIDATION, SplitPart.TEST)) {
            if (request.split().share(part) > 0 && length(request, part) < length(request, shortest)) {
                shortest = part;
            }
        }
        int length = length(request, shortest);
        Reason reason = length > 1 ? Reason.WINDOW_TOO_LONG : Reason.PART_WITHOUT_WINDOW;
        return reason.exception(shortest.title(), length, cut.length, cut.length + 1, length - 1);
    }

    private static int length(TaskRequest request, SplitPart part) {
        return request.text().part(request.split(), part).length();
    }

    @Override
    public int size() {
        return range.length() <= cut.length ? 0 : (range.length() - cut.length - 1) / cut.stride + 1;
    }

    @Override
    public int steps(int index) {
        return cut.length;
    }

    @Override
    public Examples.Lengths extent() {
        return new Examples.Lengths(0, cut.length, (long) size() * cut.length);
    }

    @Override
    public Example example(int index) {
        int from = range.from() + index * cut.stride;
        int[] inputs = new int[cut.length];
        int[] targets = new int[cut.length];
        corpus.copy(from, cut.length, inputs, 0, 1);
        corpus.copy(from + 1, cut.length, targets, 0, 1);
        if (cut.targets == Targets.LAST) {
            Arrays.fill(targets, 0, cut.length - 1, Batch.NO_TARGET);
        }
        return new Example(new int[0], inputs, targets);
    }

    @Override
    public long fingerprint() {
        long print = range.length();
        for (int position = range.from(); position < range.to(); position++) {
            print = RandomStreams.mix(print ^ corpus.symbol(position));
        }
        return print;
    }

    @Override
    public InputOutput pair(int index) {
        int from = range.from() + index * cut.stride;
        int border = from + (cut.targets == Targets.LAST ? cut.length : 1);
        return new InputOutput(
                corpus.text(new Range(from, border)), corpus.text(new Range(border, from + cut.length + 1)));
    }
}
