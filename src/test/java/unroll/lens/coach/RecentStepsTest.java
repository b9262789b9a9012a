package unroll.lens.coach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentStepsTest {
    private final RecentSteps recent = new RecentSteps();

    @Test
    void aShortRunHasNoLossBefore() {
        for (int step = 1; step < Coach.RECENT_STEPS; step++) {
            recent.add(5 - step * 0.001, 1, 5);
        }
        assertThat(recent.lossBefore()).isNaN();

        recent.add(1, 1, 5);
        assertThat(recent.lossBefore()).isEqualTo(5 - 0.001);
        recent.add(1, 1, 5);
        assertThat(recent.lossBefore()).isEqualTo(5 - 0.002);
    }

    @Test
    void gradientsAreThoseOfTheLastStepsOnly() {
        recent.add(2, 1000, 5);
        for (int step = 0; step < Coach.RECENT_STEPS; step++) {
            recent.add(2, step % 5, 3);
        }

        // Of five norms 0, 1, 2, 3, 4 one is above 3.
        assertThat(recent.gradients())
                .isEqualTo(new RunFacts.Gradients(Coach.RECENT_STEPS, Coach.RECENT_STEPS / 5, 2, 4, true));
    }

    @Test
    void saysByStepHowManyTimesTooLongGradientsWere() {
        recent.add(2, 1000, 5);
        for (int step = 1; step <= Coach.RECENT_STEPS; step++) {
            recent.add(2, step, 2);
        }

        assertThat(recent.excess())
                .hasSize(Coach.RECENT_STEPS)
                .startsWith(0.5, 1.0)
                .endsWith(250.0);
    }

    @Test
    void withoutALimitNothingIsClipped() {
        recent.add(2, 7, 5);
        recent.add(2, 1000, Double.POSITIVE_INFINITY);
        recent.add(2, 8, Double.POSITIVE_INFINITY);

        assertThat(recent.gradients()).isEqualTo(new RunFacts.Gradients(3, 1, 8, 1000, false));
    }

    @Test
    void anotherRunBeginsWithNothing() {
        recent.add(2, 7, 5);
        recent.clear();

        assertThat(recent.gradients()).isEqualTo(new RunFacts.Gradients(0, 0, Double.NaN, Double.NaN, false));
    }
}
