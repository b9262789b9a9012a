package unroll.lens.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import unroll.lens.step.StepSequence.Loss;
import unroll.lens.step.StepSequence.Onward;
import unroll.lens.step.StepSequence.SymbolDraw;
import unroll.lens.step.StepSequence.VisitedStep;
import unroll.matrix.WorkerGroup;
import unroll.message.ProblemException;
import unroll.network.Capacity;
import unroll.network.Direction;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.network.Stepper;
import unroll.network.Unroll;
import unroll.network.Vocabularies;
import unroll.reference.Variable;
import unroll.task.Batch;
import unroll.task.Example;

class StepSequenceTest {
    private static final int[] GIVEN = {2, 0, 3};

    private static Network network(NetworkSpec spec) {
        return new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(8));
    }

    private static Network plain() {
        return network(new NetworkSpec("lstm", 5, 6, 2, 0));
    }

    private static Example prompt(int... source) {
        int none = Batch.NO_TARGET;
        return new Example(source, GIVEN, new int[] {none, none, none});
    }

    @Test
    void readsWhatIsGivenAndThenWhatItDrew() {
        Network network = plain();
        StepSequence tour = new StepSequence(network, prompt(), Onward.READS_WHAT_IT_DREW, 4);
        Stepper stepper = new Stepper(network);

        for (int time = 1; time <= 6; time++) {
            int read = time <= 3 ? GIVEN[time - 1] : tour.stop(time - 1).target();
            float[] logits = stepper.read(read);
            VisitedStep stop = tour.stop(time);
            assertThat(stop.step().symbol()).as("what is read at %d", time).isEqualTo(read);
            assertThat(stop.step().logits()[1]).isCloseTo(logits[1], within(3e-6));
        }
    }

    @Test
    void learnsFromWhatComesNextAsLongAsThatIsKnown() {
        StepSequence tour = new StepSequence(plain(), prompt(), Onward.READS_WHAT_IT_DREW, 4);

        assertThat(List.of(tour.stop(1).target(), tour.stop(2).target())).containsExactly(0, 3);
        assertThat(tour.stop(3).next()).isEmpty();
        assertThat(tour.stop(3).target())
                .isEqualTo(tour.stop(3).draw().orElseThrow().symbol());
        assertThat(tour.backward(Loss.OF_ONE_STEP, 1, 1).get(0).target()).isZero();
    }

    @Test
    void goesBackToTheSameSteps() {
        StepSequence tour = new StepSequence(plain(), prompt(), Onward.READS_WHAT_IT_DREW, 4);
        VisitedStep fifth = tour.stop(5);

        assertThat(tour.stop(2).time()).isEqualTo(2);
        assertThat(tour.stop(5)).isSameAs(fifth);
    }

    @Test
    void endsWhereNothingIsWritten() {
        StepSequence tour = new StepSequence(plain(), prompt(), Onward.ENDS, 4);

        assertThat(tour.reaches(0)).isFalse();
        assertThat(tour.reaches(3)).isTrue();
        assertThat(tour.reaches(4)).isFalse();
        assertThat(tour.stop(1).next()).as("the next input is no target here").isEmpty();
        assertThatThrownBy(() -> tour.stop(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void startsADecoderFromWhatTheEncoderRead() {
        Network network = network(new NetworkSpec("gru", 5, 6, 1, 0).with(new Vocabularies(3, 5, 5)));
        StepSequence tour = new StepSequence(network, prompt(1, 2), Onward.READS_WHAT_IT_DREW, 4);

        float[] logits = new Stepper(network, Stepper.encode(network, new int[] {1, 2})).read(GIVEN[0]);

        assertThat(tour.sourceSteps()).isEqualTo(2);
        assertThat(tour.stop(1).step().gives()).isFalse();
        assertThat(tour.stop(2).target()).isEqualTo(Batch.NO_TARGET);
        assertThat(tour.stop(3).step().symbol()).isEqualTo(GIVEN[0]);
        assertThat(tour.stop(3).step().logits()[4]).isCloseTo(logits[4], within(3e-6));
        assertThat(tour.stop(3).target()).isEqualTo(GIVEN[1]);
    }

    @Test
    void readsBothDirectionsAtOnce() {
        Network network = network(new NetworkSpec("gru", 5, 6, 2, 0).with(Directions.BIDIRECTIONAL));
        StepSequence tour = new StepSequence(network, prompt(), Onward.ENDS, 4);
        Unroll unroll = new Unroll(network, new Capacity(GIVEN.length, 1), WorkerGroup.ofOne());
        unroll.forward(GIVEN, State.zero(network.spec(), 1), null);

        for (int t = 0; t < GIVEN.length; t++) {
            for (int v = 0; v < 5; v++) {
                assertThat(tour.stop(t + 1).step().logits()[v]).isCloseTo(unroll.logits()[t * 5 + v], within(3e-6));
            }
        }
        assertThat(tour.reaches(4)).isFalse();
        assertThat(tour.stop(1).step().rows()).isEqualTo(4);
        assertThat(tour.stop(1).step().direction(3)).isEqualTo(Direction.BACKWARD);
    }

    @Test
    void asksOnlyTheLastStepWhereTheAnswerStandsThere() {
        StepSequence tour = new StepSequence(plain(), prompt(), Onward.ENDS_WITH_THE_ANSWER, 4);

        assertThat(tour.stop(2).asked()).isFalse();
        assertThat(tour.stop(3).asked()).isTrue();
        assertThat(tour.reaches(4)).isFalse();
    }

    /** Of one loss alone nothing comes from later; of all, the parts at a<t> add up, and each is what the step after gives. */
    @Test
    void handsTheGradientFromStepToStep() {
        StepSequence tour = new StepSequence(plain(), prompt(), Onward.READS_WHAT_IT_DREW, 4);
        tour.stop(5);
        assertThat(tour.end()).isEqualTo(5);

        List<StepFormulas> alone = tour.backward(Loss.OF_ONE_STEP, 1, 3);
        List<StepFormulas> all = tour.backward(Loss.OF_ALL_STEPS, 1, 3);
        List<StepFormulas> toTheEnd = tour.backward(Loss.OF_ALL_STEPS, 1, 5);

        assertThat(alone).hasSize(3);
        assertThat(alone.get(2).values(0).of(Variable.fromNext("a"))).containsOnly(0);
        assertThat(alone.get(1).target()).isEqualTo(Batch.NO_TARGET);
        assertThat(alone.get(1).loss()).isZero();
        assertThat(alone.get(1).values(0).of(Variable.fromNext("a"))).doesNotContain(0);
        for (int row = 0; row < 2; row++) {
            double[] next = toTheEnd.get(3).values(row).of(Variable.before("a").gradient());
            assertThat(all.get(2).values(row).of(Variable.fromNext("a"))).containsExactly(next, within(1e-12));
            double[] above = all.get(2).values(row).of(Variable.fromAbove());
            double[] sum = all.get(2).values(row).of(Variable.after("a").gradient());
            for (int unit = 0; unit < sum.length; unit++) {
                assertThat(sum[unit]).isCloseTo(above[unit] + next[unit], within(1e-12));
            }
        }
    }

    @Test
    void refusesMoreThanItCanKeep() {
        int length = StepSequence.MAX_GIVEN + 1;
        Example prompt = new Example(new int[0], new int[length], new int[length]);
        assertThatThrownBy(() -> new StepSequence(plain(), prompt, Onward.ENDS, 4))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("up to 60 symbols; this text has 61");
    }

    @Test
    void drawsWhatTheRandomNumberFallsOn() {
        double[] probabilities = {0.5, 0, 0.3, 0.2};

        assertThat(SymbolDraw.from(probabilities, 0.49).symbol()).isZero();
        SymbolDraw third = SymbolDraw.from(probabilities, 0.5);
        assertThat(third.symbol()).isEqualTo(2);
        assertThat(third.from()).isEqualTo(0.5);
        assertThat(third.to()).isCloseTo(0.8, within(1e-12));
        assertThat(SymbolDraw.from(new double[] {0.5, 0.4999, 0}, 0.99999).symbol())
                .as("a symbol without probability is never drawn")
                .isEqualTo(1);
    }
}
