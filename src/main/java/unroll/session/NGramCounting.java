package unroll.session;

import java.lang.ref.SoftReference;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.corpus.Split;
import unroll.corpus.SplitPart;
import unroll.lens.ngram.NGramLosses;
import unroll.lens.ngram.NGramModel;
import unroll.session.background.DaemonThread;
import unroll.session.data.Dataset;
import unroll.task.TaskData;
import unroll.task.data.CorpusWindows;
import unroll.train.Trainer;

/**
 * Counts n-grams in the background: in the training part of a text, measured on the characters of the validation part
 * that a run measures itself on. Keeps the last result. To be called from one thread.
 */
public final class NGramCounting implements AutoCloseable {
    private final DaemonThread thread = new DaemonThread("unroll-counting");
    private @Nullable Measured last;
    /** Touched by that thread only. */
    private @Nullable Counted counted;

    /** The text is compared by identity. */
    private record Measured(Corpus text, Split split, CompletableFuture<NGramLosses> losses) {}

    /** The n-grams of a text; given up where memory is short, since they can be counted again. */
    private record Counted(Corpus text, Split split, SoftReference<NGramModel> model) {
        @Nullable
        NGramModel of(Corpus otherText, Split otherSplit) {
            return text == otherText && split.equals(otherSplit) ? model.get() : null;
        }
    }

    /**
     * Whether the loss of a task can be compared with that of n-grams: it guesses the next character of a text, in streams
     * or in windows, and a part of the text is kept for validation.
     */
    public static boolean suits(Dataset dataset, Split split) {
        Corpus text = dataset.source();
        return text != null
                && split.validation() > 0
                && measured(text, split).length() > 1
                && (dataset.data() instanceof TaskData.Streams
                        || dataset.data() instanceof TaskData.ExampleSets examined
                                && examined.training() instanceof CorpusWindows);
    }

    /**
     * What n-grams reach on a text. Another one breaks this off, whose future is then canceled; the same one gives the same
     * future again.
     *
     * @param dataset that {@link #suits}
     */
    public CompletableFuture<NGramLosses> count(Dataset dataset, Split split) {
        Corpus text = Objects.requireNonNull(dataset.source());
        Measured before = last;
        if (before != null && before.text == text && before.split.equals(split)) {
            return before.losses;
        }
        breakOff();
        CompletableFuture<NGramLosses> losses = thread.call(
                () -> counted(text, split).losses(text, measured(text, split), Thread.currentThread()::isInterrupted));
        last = new Measured(text, split, losses);
        return losses;
    }

    /** The n-grams of a text's training part. */
    CompletableFuture<NGramModel> model(Corpus text, Split split) {
        return thread.call(() -> counted(text, split));
    }

    private NGramModel counted(Corpus text, Split split) {
        NGramModel known = counted == null ? null : counted.of(text, split);
        if (known != null) {
            return known;
        }
        NGramModel model =
                NGramModel.count(text, text.part(split, SplitPart.TRAIN), Thread.currentThread()::isInterrupted);
        counted = new Counted(text, split, new SoftReference<>(model));
        return model;
    }

    private static Range measured(Corpus text, Split split) {
        Range validation = text.part(split, SplitPart.VALIDATION);
        return new Range(validation.from(), Math.min(validation.to(), validation.from() + Trainer.MAX_VALIDATED));
    }

    /** Stops measuring; what was measured is forgotten. */
    public void breakOff() {
        Measured before = last;
        if (before != null) {
            before.losses.cancel(true);
            last = null;
        }
    }

    /** Ends the thread. */
    @Override
    public void close() {
        breakOff();
        thread.breakOff();
    }
}
