package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.corpus.CorpusReader;
import unroll.lens.coach.RunFacts;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.session.run.Phase;
import unroll.session.run.RecentRun;
import unroll.session.run.RunProgress;
import unroll.session.state.Status;
import unroll.settings.Settings;
import unroll.task.TaskConfig;
import unroll.train.MetricsFixtures;
import unroll.train.RunMetrics;
import unroll.train.TrainingEvent;

class CoachingTest {
    private static final OpenedFiles TEXT = text();

    private static OpenedFiles text() {
        try {
            return new OpenedFiles(CorpusReader.ofText("ab", "ab".repeat(50_000)), null);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static RunFacts facts(Settings settings, RecentRun recent) throws Exception {
        RunMetrics metrics = RunMetrics.untrained(0.25).withLosses(new RunMetrics.Losses(Double.NaN, 1.5, 1.4));
        Status status = new Status(
                TEXT,
                Dataset.of(settings, TEXT),
                settings,
                new RunProgress(Phase.READY, metrics, null),
                new Status.ModelFile(1234, null, false),
                null,
                List.of(),
                0);
        return Coaching.facts(status, recent.view(), null);
    }

    @Test
    void tellsWhatIsTrainedOnWhat() throws Exception {
        RunFacts.Config config = facts(Settings.DEFAULT, new RecentRun()).config();
        assertThat(config).isEqualTo(new RunFacts.Config(0.005, 0.005, true, 1, 0, 1234, 90_000, true));
    }

    @Test
    void aRunFromAFileStillKnowsItsLastValidation() throws Exception {
        RecentRun recent = new RecentRun();
        assertThat(facts(Settings.DEFAULT, recent).losses().validations()).containsExactly(1.5);
        recent.add(
                new TrainingEvent.Stepped(MetricsFixtures.at(1, 0, 0), 2),
                Settings.DEFAULT.training().clipping());
        assertThat(facts(Settings.DEFAULT, recent).gradients().seen()).isEqualTo(1);
    }

    @Test
    void countsTheCharactersOfExamples() throws Exception {
        Settings addition = Settings.startingWith(TaskConfig.parse("addition:examples=1000"));
        Dataset dataset = Dataset.of(addition, OpenedFiles.NONE);
        long about = Coaching.characters(dataset.data());
        long exactly = ((unroll.task.TaskData.ExampleSets) dataset.data())
                .training()
                .extent()
                .symbols();
        assertThat((double) about).isBetween(0.8 * exactly, 1.2 * exactly);
    }
}
