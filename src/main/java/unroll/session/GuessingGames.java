package unroll.session;

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
import unroll.message.Problem;
import unroll.message.Reason;
import unroll.sample.TextReader;
import unroll.session.background.DaemonThread;
import unroll.session.background.Futures;
import unroll.session.model.ModelSnapshot;
import unroll.settings.Settings;
import unroll.task.DataKind;
import unroll.task.TaskConfig;
import unroll.task.TextWriting;

/**
 * Prepares Shannon's game on a thread of its own: passages are drawn from the validation part of a text, and n-grams of its training
 * part play them, so that their guesses are at hand when the class has made its own. To be called from one thread.
 */
public final class GuessingGames implements AutoCloseable {
    private final DaemonThread thread = new DaemonThread("unroll-guessing");
    private final NGramCounting counting;
    private CompletableFuture<?> underway = new CompletableFuture<>();

    /**
     * A passage, and what the n-grams say of it.
     *
     * @param excerpt to be guessed
     * @param nGrams by order, from unigrams to the highest
     */
    public record Table(GuessingExcerpt excerpt, List<ModelPlayer> nGrams) {}

    /** @param counting counts the n-grams that play */
    public GuessingGames(NGramCounting counting) {
        this.counting = counting;
    }

    /** Why the game cannot be played; null where it can. */
    public static @Nullable Problem obstacle(Settings settings, @Nullable Corpus text) {
        TaskConfig task = settings.task();
        if (!task.task().reads().contains(DataKind.TEXT)) {
            return Reason.NO_RUNNING_TEXT.with(task.task().about().title());
        }
        if (text == null) {
            return Reason.NO_TEXT_TO_GUESS.with();
        }
        if (text.part(settings.split(), SplitPart.VALIDATION).length() < 2) {
            return Reason.NO_PART_TO_GUESS.with();
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
        CompletableFuture<NGramModel> counted = counting.model(text, split);
        CompletableFuture<Table> table = thread.call(() -> {
            NGramModel model = Futures.await(counted);
            GuessingExcerpt excerpt = GuessingExcerpt.draw(text, text.part(split, SplitPart.VALIDATION), seed);
            List<ModelPlayer> players = new ArrayList<>();
            for (int order = 1; order <= NGramModel.HIGHEST; order++) {
                players.add(ModelPlayer.ofNGrams(model, order, excerpt));
            }
            return new Table(excerpt, List.copyOf(players));
        });
        table.whenComplete((played, broken) -> counted.cancel(true));
        underway = table;
        return table;
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
