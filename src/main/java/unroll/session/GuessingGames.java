package unroll.session;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.corpus.Split;
import unroll.corpus.SplitPart;
import unroll.lens.guess.GuessingExcerpt;
import unroll.lens.guess.ModelPlayer;
import unroll.lens.ngram.NGramModel;
import unroll.message.Reason;
import unroll.sample.TextReader;
import unroll.session.background.DaemonThread;
import unroll.session.model.ModelSnapshot;
import unroll.settings.Settings;
import unroll.task.DataKind;
import unroll.task.TaskConfig;
import unroll.task.TextWriting;

/**
 * Lays the table for Shannon's game on a thread of its own: n-grams are counted in the training part, passages drawn from the
 * validation part, and the machines play them, so that their guesses are at hand when the class has made its own. To be called
 * from one thread.
 */
public final class GuessingGames implements AutoCloseable {
    private final DaemonThread thread = new DaemonThread("unroll-guessing");
    private CompletableFuture<?> underway = new CompletableFuture<>();
    /** Touched by that thread only. */
    private @Nullable Counted counted;

    /**
     * A passage, and what the n-grams say of it.
     *
     * @param excerpt to be guessed
     * @param nGrams by order, from unigrams to the highest
     */
    public record Table(GuessingExcerpt excerpt, List<ModelPlayer> nGrams) {}

    /** The n-grams of a text; given up where memory is short, since they can be counted again. */
    private record Counted(Corpus text, Split split, SoftReference<NGramModel> model) {
        @Nullable
        NGramModel of(Corpus otherText, Split otherSplit) {
            return text == otherText && split.equals(otherSplit) ? model.get() : null;
        }
    }

    /** Why the game cannot be played, as a sentence; null where it can. */
    public static @Nullable String obstacle(Settings settings, @Nullable Corpus text) {
        TaskConfig task = settings.task();
        if (!task.task().reads().contains(DataKind.TEXT)) {
            return "The task “%s” reads no running text, so there is no next character to guess. Choose one that reads a text."
                    .formatted(task.task().about().title());
        }
        if (text == null) {
            return "Open a text first: the game is played on a part of it that is kept from training.";
        }
        if (text.part(settings.split(), SplitPart.VALIDATION).length() < 2) {
            return "No part of the text is kept for validation, and a text that was trained on would be no test."
                    + " Give validation a share under Corpus.";
        }
        return null;
    }

    /**
     * Draws a passage and lets the n-grams play it. What was still being prepared is broken off, and its future canceled.
     *
     * @param seed the same one draws the same passage
     */
    public CompletableFuture<Table> prepare(Corpus text, Split split, long seed) {
        breakOff();
        CompletableFuture<Table> table = thread.call(() -> {
            NGramModel model = model(text, split);
            GuessingExcerpt excerpt = GuessingExcerpt.draw(text, text.part(split, SplitPart.VALIDATION), seed);
            List<ModelPlayer> players = new ArrayList<>();
            for (int order = 1; order <= NGramModel.HIGHEST; order++) {
                players.add(ModelPlayer.ofNGrams(model, order, excerpt));
            }
            return new Table(excerpt, List.copyOf(players));
        });
        underway = table;
        return table;
    }

    private NGramModel model(Corpus text, Split split) {
        Counted before = counted;
        NGramModel known = before == null ? null : before.of(text, split);
        if (known != null) {
            return known;
        }
        NGramModel model =
                NGramModel.count(text, text.part(split, SplitPart.TRAIN), Thread.currentThread()::isInterrupted);
        counted = new Counted(text, split, new SoftReference<>(model));
        return model;
    }

    /** Whether networks of a task guess the next character. */
    public static boolean guesses(TaskConfig task) {
        return task.writing().isPresent();
    }

    /**
     * Lets a network play a passage; may be called from any thread. Where it cannot, the future fails with a sentence.
     *
     * @param model a copy, for this alone
     */
    public CompletableFuture<ModelPlayer> play(ModelSnapshot model, GuessingExcerpt excerpt) {
        return thread.call(() -> {
            TaskConfig task = model.task();
            TextWriting writing = task.writing()
                    .orElseThrow(() -> Reason.GUESSES_NO_CHARACTERS.exception(
                            task.task().about().title()));
            return ModelPlayer.ofNetwork(
                    TextReader.of(model.network(), writing), model.layout().alphabets(), excerpt);
        });
    }

    /** Stops what is being prepared. */
    public void breakOff() {
        underway.cancel(true);
    }

    /** Ends the thread. */
    @Override
    public void close() {
        breakOff();
        thread.breakOff();
    }
}
