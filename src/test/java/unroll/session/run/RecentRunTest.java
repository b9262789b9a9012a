package unroll.session.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unroll.lens.coach.Coach;
import unroll.lens.coach.RunFacts;
import unroll.message.Problem;
import unroll.message.Reason;
import unroll.train.Clipping;
import unroll.train.RunMetrics;
import unroll.train.TrainingEvent;

class RecentRunTest {
    private final RecentRun recent = new RecentRun();

    private void step(double norm, Clipping clipping) {
        step(2, norm, clipping);
    }

    private void step(double loss, double norm, Clipping clipping) {
        RunMetrics metrics =
                new RunMetrics(1, 0, 0, RunMetrics.Losses.NONE.withTrain(loss), norm, 0.1, 1000, Double.NaN);
        recent.add(new TrainingEvent.Stepped(metrics, 2), clipping);
    }

    @Test
    void aShortRunHasNoLossBefore() {
        for (int step = 1; step < Coach.RECENT_STEPS; step++) {
            step(5 - step * 0.001, 1, Clipping.norm(5));
        }
        assertThat(recent.view().lossBefore()).isNaN();

        step(1, 1, Clipping.norm(5));
        assertThat(recent.view().lossBefore()).isEqualTo(5 - 0.001);
        step(1, 1, Clipping.norm(5));
        assertThat(recent.view().lossBefore()).isEqualTo(5 - 0.002);
    }

    @Test
    void gradientsAreThoseOfTheLastStepsOnly() {
        step(1000, Clipping.norm(5));
        for (int step = 0; step < Coach.RECENT_STEPS; step++) {
            step(step % 5, Clipping.norm(3));
        }

        // Of five norms 0, 1, 2, 3, 4 one is above 3.
        assertThat(recent.view().gradients())
                .isEqualTo(new RunFacts.Gradients(Coach.RECENT_STEPS, Coach.RECENT_STEPS / 5, 2, 4, true));
        assertThat(recent.view().excess()).hasSize(Coach.RECENT_STEPS).startsWith(0.0, 1 / 3.0);
    }

    @Test
    void anotherRunBeginsWithNothing() {
        step(7, Clipping.norm(5));
        recent.clear();

        assertThat(recent.view().gradients()).isEqualTo(new RunFacts.Gradients(0, 0, Double.NaN, Double.NaN, false));
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
