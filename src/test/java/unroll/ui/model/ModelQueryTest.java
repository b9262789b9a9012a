package unroll.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import unroll.message.Reason;

/** Queries without a window: ticks, time and answers come when the test says so. */
class ModelQueryTest {
    private static final long MILLISECOND = 1_000_000;

    private final List<Runnable> ticks = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private ModelQuery.Version version = new ModelQuery.Version(1, 0, true);
    private long nanos;
    private boolean seen = true;

    /** A question on its way. */
    private record Asked(String question, CompletableFuture<String> answer) {
        void complete() {
            answer.complete(question + "!");
        }
    }

    private ModelQuery<String, String> query(UnaryOperator<ModelQuery.Builder<String, String>> options) {
        ModelQuery.Host host = new ModelQuery.Host(() -> version, ticks::add, () -> nanos, Runnable::run);
        ModelQuery.Builder<String, String> builder = new ModelQuery.Builder<String, String>(host, question -> {
                    asked.add(new Asked(question, new CompletableFuture<>()));
                    return asked.get(asked.size() - 1).answer;
                })
                .onlyWhile(() -> seen)
                .onAnswer((question, answer) -> shown.add(answer))
                .onRefusal(refused::add);
        return options.apply(builder).build();
    }

    private void tickAfter(long milliseconds) {
        nanos += milliseconds * MILLISECOND;
        ticks.forEach(Runnable::run);
    }

    private void step() {
        version = new ModelQuery.Version(version.model(), version.change() + 1, version.training());
    }

    private void replaceModel() {
        version = new ModelQuery.Version(version.model() + 1, version.change() + 1, version.training());
    }

    private List<String> questions() {
        return asked.stream().map(Asked::question).toList();
    }

    private Asked last() {
        return asked.get(asked.size() - 1);
    }

    @Test
    void theLatestQuestionWaitsAndTheOthersAreDropped() {
        ModelQuery<String, String> query = query(builder -> builder);
        query.submit("a");
        query.submit("b");
        query.submit("c");
        assertThat(questions()).containsExactly("a");
        last().complete();
        assertThat(questions()).containsExactly("a", "c");
        last().complete();
        assertThat(shown).containsExactly("a!", "c!");
    }

    @Test
    void aNewerQuestionCancelsWorkThatHasTakenLong() {
        ModelQuery<String, String> query = query(builder -> builder);
        query.submit("slow");
        nanos += 401 * MILLISECOND;
        query.submit("next");
        assertThat(asked.get(0).answer).isCancelled();
        assertThat(questions()).containsExactly("slow", "next");
        last().complete();
        assertThat(shown).containsExactly("next!");
    }

    @Test
    void whatKeepsAPageUpToDateNeitherCancelsNorReplacesWhatAUserAsks() {
        ModelQuery<String, String> query = query(builder -> builder);
        query.submit("user");
        query.submit("user again");
        nanos += 900 * MILLISECOND;
        query.refresh("measured");
        assertThat(asked.get(0).answer).isNotCancelled();
        last().complete();
        assertThat(questions()).containsExactly("user", "user again");
        last().complete();
        assertThat(shown).containsExactly("user!", "user again!");
    }

    @Test
    void followsTheModelWithPausesFourTimesAsLongAsTheWorkWhileItTrains() {
        query(builder -> builder.follow(() -> "now").minPause(Duration.ofSeconds(1)));
        tickAfter(0);
        assertThat(asked).hasSize(1);
        nanos += 100 * MILLISECOND;
        last().complete();
        step();
        tickAfter(999);
        assertThat(asked).as("within the shortest pause").hasSize(1);
        tickAfter(1);
        assertThat(asked).hasSize(2);
        nanos += 2_000 * MILLISECOND;
        last().complete();
        step();
        tickAfter(7_999);
        assertThat(asked).as("within four times the work").hasSize(2);
        tickAfter(1);
        assertThat(asked).hasSize(3);
        last().complete();
        tickAfter(60_000);
        assertThat(asked).as("of a model that has not changed").hasSize(3);
        assertThat(shown).containsExactly("now!", "now!", "now!");
    }

    @Test
    void aModelThatRestsIsFollowedAtOnceAndUsersNeverWaitForAPause() {
        ModelQuery<String, String> query =
                query(builder -> builder.follow(() -> "now").minPause(Duration.ofSeconds(1)));
        tickAfter(0);
        last().complete();
        query.submit("user");
        assertThat(questions()).containsExactly("now", "user");
        last().complete();
        version = new ModelQuery.Version(1, 5, false);
        tickAfter(0);
        assertThat(questions()).containsExactly("now", "user", "now");
    }

    @Test
    void refreshingPausesTooAndAsksTheLatest() {
        ModelQuery<String, String> query = query(builder -> builder.minPause(Duration.ofSeconds(3)));
        query.refresh("first");
        last().complete();
        query.refresh("second");
        query.refresh("third");
        tickAfter(2_999);
        assertThat(questions()).containsExactly("first");
        tickAfter(1);
        assertThat(questions()).containsExactly("first", "third");
    }

    @Test
    void nothingIsAskedWhileHiddenAndWhatWasInterruptedIsAskedAgain() {
        ModelQuery<String, String> query = query(builder -> builder);
        query.submit("a");
        seen = false;
        tickAfter(0);
        assertThat(asked.get(0).answer).isCancelled();
        tickAfter(5_000);
        assertThat(asked).hasSize(1);
        seen = true;
        tickAfter(0);
        assertThat(questions()).containsExactly("a", "a");
        seen = false;
        last().complete();
        assertThat(shown).as("answered on a hidden page").isEmpty();
        query.submit("b");
        assertThat(asked).hasSize(2);
        seen = true;
        tickAfter(0);
        assertThat(questions()).containsExactly("a", "a", "b");
        last().complete();
        assertThat(shown).containsExactly("b!");
    }

    @Test
    void aHiddenPageFollowsNothingAndCatchesUp() {
        query(builder -> builder.follow(() -> "now"));
        tickAfter(0);
        seen = false;
        tickAfter(0);
        assertThat(last().answer).isCancelled();
        seen = true;
        tickAfter(0);
        assertThat(asked).as("asked again of the same model").hasSize(2);
        last().complete();
        seen = false;
        step();
        tickAfter(60_000);
        assertThat(asked).hasSize(2);
        seen = true;
        tickAfter(0);
        assertThat(asked).hasSize(3);
    }

    @Test
    void anAnswerOfAModelThatWasReplacedIsNotShown() {
        ModelQuery<String, String> query = query(builder -> builder);
        query.submit("a");
        replaceModel();
        last().complete();
        assertThat(shown).isEmpty();
        assertThat(questions()).as("asked of the new one").containsExactly("a", "a");
        replaceModel();
        tickAfter(0);
        assertThat(asked.get(1).answer).isCancelled();
        assertThat(asked).hasSize(3);
        last().complete();
        assertThat(shown).containsExactly("a!");
    }

    @Test
    void equalQuestionsAreAnsweredFromTheCacheAsLongAsTheModelIsTheSame() {
        ModelQuery<String, String> query = query(builder -> builder.cache(2));
        for (String question : List.of("a", "b")) {
            query.submit(question);
            last().complete();
        }
        step();
        query.submit("slow");
        query.submit("a");
        assertThat(questions()).containsExactly("a", "b", "slow");
        assertThat(shown).containsExactly("a!", "b!", "a!");
        last().complete();
        assertThat(shown).as("an older question overtaken by a cached answer").containsExactly("a!", "b!", "a!");
        replaceModel();
        query.submit("a");
        assertThat(questions()).containsExactly("a", "b", "slow", "a");
    }

    @Test
    void theCacheIsBounded() {
        ModelQuery<String, String> query = query(builder -> builder.cache(2));
        for (String question : List.of("a", "b", "c", "c", "b", "a")) {
            query.submit(question);
            last().complete();
        }
        assertThat(questions()).containsExactly("a", "b", "c", "b", "a");
    }

    @Test
    void whilePausedThePictureStaysButUsersAreAnswered() {
        ModelQuery<String, String> query = query(builder -> builder.follow(() -> "now"));
        tickAfter(0);
        query.setPaused(true);
        assertThat(last().answer).isCancelled();
        step();
        tickAfter(60_000);
        assertThat(asked).hasSize(1);
        query.submit("user");
        last().complete();
        assertThat(shown).containsExactly("user!");
        step();
        query.setPaused(false);
        assertThat(questions()).containsExactly("now", "user", "now");
    }

    @Test
    void afterCancelNoAnswerComes() {
        ModelQuery<String, String> query = query(builder -> builder);
        query.submit("a");
        query.submit("b");
        query.cancel();
        assertThat(asked.get(0).answer).isCancelled();
        tickAfter(60_000);
        assertThat(asked).hasSize(1);
        assertThat(shown).isEmpty();
    }

    @Test
    void saysWhyThereIsNoAnswerAndGoesOn() {
        ModelQuery<String, String> query = query(builder -> builder);
        query.submit("a");
        query.submit("b");
        last().answer.completeExceptionally(Reason.CLOSED.exception());
        assertThat(refused).containsExactly("The session is closed.");
        last().answer.completeExceptionally(new CancellationException());
        assertThat(refused).hasSize(1);
        query.submit("c");
        last().complete();
        assertThat(questions()).containsExactly("a", "b", "c");
        assertThat(shown).containsExactly("c!");
    }

    @Test
    void asksNothingWhereThereIsNothingToFollow() {
        @Nullable String[] followed = {null};
        query(builder -> builder.follow(() -> followed[0]));
        tickAfter(0);
        assertThat(asked).isEmpty();
        followed[0] = "typed";
        tickAfter(0);
        assertThat(questions()).containsExactly("typed");
    }
}
