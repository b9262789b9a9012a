package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.corpus.Split;
import unroll.session.data.DatasetIdentity;
import unroll.session.run.Curves;
import unroll.session.state.Bookmark;
import unroll.session.state.EarlierRun;
import unroll.session.state.EarlierRuns;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.train.TrainingConfig;

/** What runs of a session leave when they give way to others. */
class EarlierRunsTest {
    private static final String TEXT = "the cat sat on the mat.\n".repeat(60);

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void open() throws Exception {
        session = new Session(folder);
        session.settings().set(settings("lstm"));
        Until.done(session.data().openText("text", TEXT));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static Settings settings(String cell) {
        TrainingConfig training = TrainingConfig.DEFAULT.with(change -> {
            change.batch = 4;
            change.window = 8;
            change.threads = 1;
            change.validateEvery = 1;
            change.sampleEvery = 1;
        });
        return new Settings(new ModelSettings(cell, 8, 1, 0), training, Split.DEFAULT);
    }

    private void train(int steps) throws Exception {
        for (int i = 0; i < steps; i++) {
            Until.done(session.step());
        }
    }

    private DatasetIdentity learned() {
        return DatasetIdentity.of(session.status().settings(), session.status().opened());
    }

    private List<Long> lengths() {
        return session.history().earlierRuns().stream()
                .map(run -> run.metrics().step())
                .toList();
    }

    @Test
    void aResetLeavesCurvesLossAndText() throws Exception {
        train(3);
        Until.holds("a sample", () -> !session.curves().view().realWords().isEmpty());
        Curves.View curves = session.curves().view();
        double best = session.status().metrics().losses().best();
        Until.done(session.reset());
        EarlierRun run = session.history().earlierRuns().get(0);
        assertThat(run.curves().trainLoss()).isEqualTo(curves.trainLoss());
        assertThat(run.loss()).isEqualTo(best);
        assertThat(run.text()).isNotEmpty();
        assertThat(run.dataset()).isEqualTo(learned());
        session.settings().set(settings("gru"));
        assertThat(SettingsSchema.differences(run.settings(), session.settings().get()))
                .containsExactly(SettingsSchema.CELL);
    }

    @Test
    void aModelWithoutAStepLeavesNothing() throws Exception {
        Until.done(session.reset());
        assertThat(session.history().earlierRuns()).isEmpty();
    }

    @Test
    void runsOnAnotherTextAreNotComparable() throws Exception {
        train(1);
        Until.done(session.data().openText("text", TEXT.replace("cat", "act")));
        assertThat(session.history().earlierRuns().get(0).dataset())
                .as("letters in another order alone cannot be told apart")
                .isEqualTo(learned());
        Until.done(session.data().openText("text", TEXT.replace("cat", "rat")));
        assertThat(session.history().earlierRuns().get(0).dataset()).isNotEqualTo(learned());
    }

    @Test
    void oneThatIsBroughtBackGivesItsPlaceToThePresentOne() throws Exception {
        train(2);
        Until.done(session.reset());
        train(3);
        Until.done(session.reset());
        train(1);
        assertThat(lengths()).containsExactly(2L, 3L);
        Until.done(
                session.history().restore(session.history().earlierRuns().get(0).bookmark()));
        assertThat(lengths()).containsExactly(3L, 1L);
        assertThat(session.status().metrics().step()).isEqualTo(2);
    }

    @Test
    void whatIsTemporaryLeavesNothing() throws Exception {
        train(2);
        Until.done(session.reset());
        train(4);
        Bookmark before = Until.done(session.history().bookmark());
        Until.done(session.reset());
        train(1);
        assertThat(lengths()).containsExactly(2L, 4L);
        Until.done(session.history().restore(before));
        assertThat(lengths()).containsExactly(2L);
        assertThat(session.status().metrics().step()).isEqualTo(4);
    }

    @Test
    void theOldestGoesFirstAndAnyCanBeForgotten() throws Exception {
        for (int run = 0; run <= EarlierRuns.MAX_KEPT; run++) {
            train(1 + run % 2);
            Until.done(session.reset());
        }
        assertThat(lengths()).hasSize(EarlierRuns.MAX_KEPT).startsWith(2L, 1L);
        Until.done(session.history().forget(session.history().earlierRuns().get(0)));
        assertThat(lengths()).hasSize(EarlierRuns.MAX_KEPT - 1).startsWith(1L, 2L);
        assertThat(session.history().setAside()).isNotNull();
    }
}
