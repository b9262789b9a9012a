package unroll.session.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.plot.Axis;
import unroll.session.run.SlowMotion.Frame;
import unroll.train.Trainer;

class SlowMotionTest {
    private static Curves run(double... norms) {
        Curves curves = new Curves();
        for (int step = 1; step <= norms.length; step++) {
            curves.add(new Trainer.Step(step, step / 10.0, 4.0 + step, norms[step - 1], 0.1), step);
        }
        return curves;
    }

    @Test
    void showsEachStepAndThatItDiverged() {
        SlowMotion motion = SlowMotion.of(run(2, 500).view(), true);
        assertThat(motion.frames()).hasSize(3);
        assertThat(motion.frames().subList(0, 2)).containsExactly(new Frame(1, 5, 2), new Frame(2, 6, 500));
        assertThat(motion.frames().get(2).step()).isEqualTo(3);
        assertThat(motion.frames().get(2).isDiverged()).isTrue();
        assertThat(motion.frames().get(1).isDiverged()).isFalse();
        assertThat(motion.words(0)).isEqualTo("Step 1: gradient norm 2. Loss 5.000.");
        assertThat(motion.words(1)).contains("gradient norm 500, 250 times the one before");
        assertThat(motion.words(2)).contains("Step 3", "no longer a number");
    }

    @Test
    void itsScaleHoldsEveryFiniteNorm() {
        Axis axis = SlowMotion.of(run(0.02, 3e9).view(), true).norms();
        assertThat(axis.scale()).isEqualTo(Axis.AxisScale.LOG);
        assertThat(axis.at(0.02)).isBetween(0.0, 1.0);
        assertThat(axis.at(3e9)).isBetween(0.0, 1.0);
    }

    @Test
    void aLongRunShowsItsLastSteps() {
        double[] norms = new double[100];
        SlowMotion motion = SlowMotion.of(run(norms).view(), false);
        assertThat(motion.frames()).hasSize(SlowMotion.MAX_FRAMES);
        assertThat(motion.frames().get(0).step()).isEqualTo(61);
        assertThat(motion.frames().get(SlowMotion.MAX_FRAMES - 1).step()).isEqualTo(100);
    }

    @Test
    void stepsThatTheCurvesHaveJoinedCannotBeShown() {
        assertThat(SlowMotion.of(run(new double[401]).view(), true).frames()).isEmpty();
        assertThat(SlowMotion.of(new Curves().view(), true).frames()).isEqualTo(List.of());
    }
}
