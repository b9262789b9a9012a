package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unroll.corpus.CorpusReader;
import unroll.lens.coach.Facts;
import unroll.train.TrainingEvent;

class CoachingTest {
    private static final Sources TEXT = text();

    private static Sources text() {
        try {
            return new Sources(CorpusReader.ofText("ab", "ab".repeat(50_000)), null);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Facts facts(Settings settings, RecentRun recent) throws Exception {
        Status.Learned learned = new Status.Learned(TEXT, Material.of(settings, TEXT), null);
        Progress progress = Progress.none(0.25).measured(1.5, 1.4);
        Status status = Status.of(learned, settings, progress, new Status.Kept(1234, null, false));
        return Coaching.facts(status, recent.view(), null);
    }

    @Test
    void tellsWhatIsTrainedOnWhat() throws Exception {
        Facts.Setup setup = facts(Settings.DEFAULT, new RecentRun()).setup();
        assertThat(setup).isEqualTo(new Facts.Setup(0.25, 0, 1234, 90_000, true));
    }

    @Test
    void aRunFromAFileStillKnowsItsLastValidation() throws Exception {
        RecentRun recent = new RecentRun();
        assertThat(facts(Settings.DEFAULT, recent).losses().validations()).containsExactly(1.5);
        recent.add(
                new TrainingEvent.Stepped(1, 0, 0, 2, 1, 0.1, 1, Double.NaN),
                2,
                Settings.DEFAULT.training().clipping());
        assertThat(facts(Settings.DEFAULT, recent).gradients().seen()).isEqualTo(1);
    }

    @Test
    void countsTheCharactersOfExamples() throws Exception {
        Settings addition = Settings.startingWith(unroll.task.TaskChoice.parse("addition:examples=1000"));
        Material material = Material.of(addition, Sources.NONE);
        long about = Coaching.characters(material.data());
        long exactly = ((unroll.task.TaskData.Examined) material.data())
                .training()
                .extent()
                .symbols();
        assertThat((double) about).isBetween(0.8 * exactly, 1.2 * exactly);
    }
}
