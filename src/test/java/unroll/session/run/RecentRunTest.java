package unroll.session.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unroll.lens.coach.RunFacts;
import unroll.message.Problem;
import unroll.message.Reason;
import unroll.train.Clipping;
import unroll.train.MetricsFixtures;
import unroll.train.TrainingEvent;

class RecentRunTest {
    private final RecentRun recent = new RecentRun();

    private void step(double norm, Clipping clipping) {
        recent.add(new TrainingEvent.Stepped(MetricsFixtures.withNorm(MetricsFixtures.at(1, 0, 0), norm), 2), clipping);
    }

    @Test
    void saysHowManyTimesTooLongGradientsWere() {
        step(10, Clipping.norm(5));
        step(1, Clipping.norm(5));
        step(9, Clipping.off());

        assertThat(recent.view().excess()).containsExactly(2.0, 0.2, 0.0);
        assertThat(recent.view().gradients()).isEqualTo(new RunFacts.Gradients(3, 1, 9, 10, false));
    }

    @Test
    void cannotTellFromANormWhetherEntriesWereCut() {
        step(10, Clipping.value(5));

        assertThat(recent.view().gradients().clipped()).isZero();
        assertThat(recent.view().gradients().limited()).isTrue();
    }

    @Test
    void divergedUntilTheNextStepThatDidNot() {
        recent.add(new TrainingEvent.Failed(1, new Problem.Diverged(1, false, 0, 0.1, true), ""), Clipping.off());
        assertThat(recent.view().diverged()).isTrue();

        step(1, Clipping.off());
        assertThat(recent.view().diverged()).isFalse();

        recent.add(new TrainingEvent.Failed(1, Reason.OUT_OF_MEMORY.with(), ""), Clipping.off());
        assertThat(recent.view().diverged()).isFalse();
    }
}
