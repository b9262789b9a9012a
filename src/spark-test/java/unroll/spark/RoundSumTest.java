package unroll.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundSumTest {
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    private SharedState state(float... weights) {
        return new SharedState(10, 10, 1.5, 20, 0, new float[][] {weights, weights.clone()});
    }

    private SharedState anyState() {
        float[] weights = new float[100];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (random.nextGaussian() * Math.exp(10 * random.nextGaussian()));
        }
        return state(weights);
    }

    private static LocalRound round(int partition, SharedState state) {
        return new LocalRound(partition, state, 2 * partition, partition, null);
    }

    @Test
    void theMeanOfTheSameStatesIsThisState() {
        for (int count : new int[] {1, 2, 3, 7, 1000}) {
            SharedState one = anyState();
            List<LocalRound> rounds = new ArrayList<>();
            for (int partition = 0; partition < count; partition++) {
                rounds.add(round(partition, one));
            }

            assertThat(RoundSum.of(rounds).mean().vectors())
                    .as("seed %d, %d partitions", seed, count)
                    .isDeepEqualTo(one.vectors());
        }
    }

    @Test
    void statesOfTwoPartitionsMeetInTheMiddle() {
        RoundSum sum = RoundSum.of(List.of(round(0, state(1, -4)), round(1, state(2, 4))));

        assertThat(sum.mean().vectors()).isDeepEqualTo(new float[][] {{1.5f, 0}, {1.5f, 0}});
        assertThat(sum.loss() / sum.count()).isEqualTo(1);
        assertThat(sum.mean().steps()).isEqualTo(10);
    }

    @Test
    void theOrderInWhichPartitionsComeChangesNothing() {
        List<LocalRound> rounds = new ArrayList<>();
        for (int partition = 0; partition < 30; partition++) {
            rounds.add(round(partition, anyState()));
        }
        double[][] inOrder = RoundSum.of(rounds).vectors();
        Collections.shuffle(rounds, random);

        assertThat(RoundSum.of(rounds).vectors()).as("seed %d", seed).isDeepEqualTo(inOrder);
    }

    @Test
    void aProblemOfOnePartitionIsThatOfAll() {
        LocalRound failed = new LocalRound(1, state(1), Double.NaN, Double.NaN, "It diverged.");

        assertThat(RoundSum.of(List.of(round(0, state(1, 2)), failed)).problem())
                .isEqualTo("It diverged.");
    }
}
