package unroll.lens.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import unroll.lens.step.Tour.Onward;
import unroll.lens.step.Tour.Stop;
import unroll.network.Encoder;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Stepper;
import unroll.network.Vocabularies;
import unroll.task.Batch;
import unroll.task.Example;

class TourTest {
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
        Tour tour = new Tour(network, prompt(), Onward.READS_WHAT_IT_DREW, 4);
        Stepper stepper = new Stepper(network);

        for (int time = 1; time <= 6; time++) {
            int read = time <= 3 ? GIVEN[time - 1] : tour.stop(time - 1).draw().symbol();
            float[] logits = stepper.read(read);
            Stop stop = tour.stop(time);
            assertThat(stop.step().symbol()).as("what is read at %d", time).isEqualTo(read);
            assertThat(stop.step().logits()[1]).isCloseTo(logits[1], within(3e-6));
        }
    }

    @Test
    void learnsFromWhatComesNextAsLongAsThatIsKnown() {
        Tour tour = new Tour(plain(), prompt(), Onward.READS_WHAT_IT_DREW, 4);

        assertThat(List.of(tour.stop(1).target(), tour.stop(2).target())).containsExactly(0, 3);
        assertThat(tour.stop(3).next()).isEmpty();
        assertThat(tour.stop(3).target()).isEqualTo(tour.stop(3).draw().symbol());
        assertThat(tour.backward(tour.stop(1), 0).target()).isZero();
    }

    @Test
    void goesBackToTheSameSteps() {
        Tour tour = new Tour(plain(), prompt(), Onward.READS_WHAT_IT_DREW, 4);
        Stop fifth = tour.stop(5);

        assertThat(tour.stop(2).time()).isEqualTo(2);
        assertThat(tour.stop(5)).isSameAs(fifth);
    }

    @Test
    void endsWhereNothingIsWritten() {
        Tour tour = new Tour(plain(), prompt(), Onward.ENDS, 4);

        assertThat(tour.reaches(0)).isFalse();
        assertThat(tour.reaches(3)).isTrue();
        assertThat(tour.reaches(4)).isFalse();
        assertThat(tour.stop(1).next()).as("the next input is no target here").isEmpty();
        assertThatThrownBy(() -> tour.stop(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void startsADecoderFromWhatTheEncoderRead() {
        Network network = network(new NetworkSpec("gru", 5, 6, 1, 0).with(new Vocabularies(3, 5, 5)));
        Tour tour = new Tour(network, prompt(1, 2), Onward.READS_WHAT_IT_DREW, 4);

        float[] logits = new Stepper(network, new Encoder(network).read(new int[] {1, 2})).read(GIVEN[0]);

        assertThat(tour.stop(1).step().logits()[4]).isCloseTo(logits[4], within(3e-6));
    }

    @Test
    void drawsWhatTheRandomNumberFallsOn() {
        double[] probabilities = {0.5, 0, 0.3, 0.2};

        assertThat(Draw.from(probabilities, 0.49).symbol()).isZero();
        Draw third = Draw.from(probabilities, 0.5);
        assertThat(third.symbol()).isEqualTo(2);
        assertThat(third.from()).isEqualTo(0.5);
        assertThat(third.to()).isCloseTo(0.8, within(1e-12));
        assertThat(Draw.from(new double[] {0.5, 0.4999, 0}, 0.99999).symbol())
                .as("a symbol without probability is never drawn")
                .isEqualTo(1);
    }
}
