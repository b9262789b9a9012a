package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Range;
import unroll.corpus.Split;
import unroll.corpus.SplitPart;
import unroll.lens.guess.GuessingExcerpt;
import unroll.lens.guess.ModelPlayer;
import unroll.lens.ngram.NGramModel;
import unroll.message.Front;
import unroll.message.ProblemException;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.session.model.ModelSnapshot;
import unroll.settings.Settings;
import unroll.task.Layout;
import unroll.task.TaskConfig;

class GuessingGamesTest {
    private static final Corpus TEXT = text("abcabdabeacf".repeat(300));
    private static final Split HALVES = new Split(0.5, 0.5, 0);

    private final NGramCounting counting = new NGramCounting();
    private final GuessingGames games = new GuessingGames(counting);

    private static Corpus text(String letters) {
        try {
            return CorpusReader.ofText("letters", letters);
        } catch (ProblemException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() {
        games.close();
        counting.close();
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(1, TimeUnit.MINUTES);
    }

    @Test
    void laysAPassageOfTheValidationPartBeforeTheNGramsOfTheTrainingPart() throws Exception {
        GuessingGames.Table table = await(games.prepare(TEXT, HALVES, 7));

        GuessingExcerpt excerpt = GuessingExcerpt.draw(TEXT, new Range(1800, 3600), 7);
        assertThat(table.excerpt()).isEqualTo(excerpt);
        NGramModel model = NGramModel.count(TEXT, TEXT.part(HALVES, SplitPart.TRAIN), () -> false);
        assertThat(table.nGrams()).hasSize(6);
        for (int order = 1; order <= 6; order++) {
            assertThat(table.nGrams().get(order - 1)).isEqualTo(ModelPlayer.ofNGrams(model, order, excerpt));
        }
        assertThat(await(games.prepare(TEXT, HALVES, 8)).excerpt())
                .isEqualTo(GuessingExcerpt.draw(TEXT, new Range(1800, 3600), 8));
    }

    @Test
    void anotherTextBreaksTheFirstOff() throws Exception {
        CompletableFuture<GuessingGames.Table> first = games.prepare(text("abcabdabeacf".repeat(200_000)), HALVES, 1);
        CompletableFuture<GuessingGames.Table> second = games.prepare(TEXT, HALVES, 1);
        // Canceled, unless it had been quicker.
        assertThat(first).isDone();
        assertThat(await(second).excerpt().text()).isSameAs(TEXT);
    }

    /** Without training all but guesses blindly among 6 symbols. */
    @Test
    void aNetworkPlaysTheSamePassage() throws Exception {
        GuessingExcerpt excerpt = GuessingExcerpt.draw(TEXT, new Range(1800, 3600), 7);
        ModelPlayer network = await(games.play(model("next-character"), excerpt));
        assertThat(network.forecasts()).hasSize(100);
        assertThat(network.score(100).bits()).isCloseTo(Math.log(6) / Math.log(2), within(0.5));
        assertThat(await(games.play(model("next-character"), excerpt))).isEqualTo(network);
        assertThat(await(games.play(model("window"), excerpt))).isNotEqualTo(network);
    }

    @Test
    void aNetworkThatGuessesSomethingElseIsRefusedInASentence() {
        GuessingExcerpt excerpt = GuessingExcerpt.draw(TEXT, new Range(1800, 3600), 7);
        assertThat(GuessingGames.guesses(TaskConfig.parse("next-character"))).isTrue();
        assertThat(GuessingGames.guesses(TaskConfig.parse("capitals"))).isFalse();
        assertThatThrownBy(() -> await(games.play(model("capitals"), excerpt)))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("does not guess the next character of a text.");
    }

    private static ModelSnapshot model(String task) {
        Network network = new Network(
                new NetworkSpec("gru", TEXT.vocabulary().size(), 8, 1, 0), RandomSource.XO_SHI_RO_256_PP.create(1));
        return new ModelSnapshot(network, TaskConfig.parse(task), Layout.of(TEXT.vocabulary()), 0);
    }

    @Test
    void saysWhyThereIsNoGame() {
        assertThat(GuessingGames.obstacle(Settings.DEFAULT, TEXT)).isNull();
        assertThat(GuessingGames.obstacle(Settings.startingWith(TaskConfig.parse("capitals")), TEXT))
                .isNull();
        assertThat(obstacle(Settings.DEFAULT, null)).startsWith("Open a text first");
        assertThat(obstacle(Settings.DEFAULT.withSplit(new Split(1, 0, 0)), TEXT))
                .startsWith("No part of the text is kept for validation");
        assertThat(obstacle(Settings.startingWith(TaskConfig.parse("addition")), TEXT))
                .contains("reads no running text");
    }

    private static String obstacle(Settings settings, Corpus text) {
        return GuessingGames.obstacle(settings, text).sentence(Front.WINDOW);
    }

    @Test
    void theNGramsAreCountedOnceForTheGameAndForTheCurves() throws Exception {
        Dataset dataset = Dataset.of(Settings.DEFAULT.withSplit(HALVES), OpenedFiles.NONE.withText(TEXT));
        NGramModel counted = await(counting.model(TEXT, HALVES));
        await(counting.count(dataset, HALVES));
        await(games.prepare(TEXT, HALVES, 7));
        assertThat(await(counting.model(TEXT, HALVES))).isSameAs(counted);
    }
}
