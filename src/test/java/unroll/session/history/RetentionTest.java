package unroll.session.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {
    /** Runs so many steps and deletes what it is told to; what is on disk must be what it believes is there. */
    private static TreeSet<Long> run(Retention thinning, long from, long to) {
        TreeSet<Long> disk = new TreeSet<>(thinning.steps());
        for (long step = from; step <= to; step++) {
            if (thinning.isDue(step)) {
                disk.add(step);
                List<Long> dropped = thinning.add(step);
                assertThat(disk).containsAll(dropped);
                dropped.forEach(disk::remove);
            }
        }
        assertThat(thinning.steps()).containsExactlyElementsOf(disk);
        return disk;
    }

    @Test
    void dropsEverySecondWhenFull() {
        Retention thinning = new Retention(4, 10);

        assertThat(run(thinning, 0, 30)).containsExactly(0L, 10L, 20L, 30L);
        assertThat(thinning.spacing()).isEqualTo(10);
        assertThat(run(thinning, 31, 40)).containsExactly(0L, 20L, 40L);
        assertThat(thinning.spacing()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 8, 33, 100})
    void staysBoundedAndEven(int capacity) {
        Retention thinning = new Retention(capacity, 1);
        for (long step = 0; step <= 20_000; step++) {
            if (thinning.isDue(step)) {
                thinning.add(step);
                assertEven(thinning, capacity, step);
            }
        }
    }

    private static void assertEven(Retention thinning, int capacity, long last) {
        List<Long> steps = thinning.steps();
        assertThat(steps).hasSizeLessThanOrEqualTo(capacity).startsWith(0L).endsWith(last);
        if (last >= capacity) {
            assertThat(steps).hasSizeGreaterThanOrEqualTo(Math.max(2, capacity / 2));
        }
        for (int i = 1; i < steps.size(); i++) {
            long gap = steps.get(i) - steps.get(i - 1);
            assertThat(gap)
                    .as("between %d and %d of %s", steps.get(i - 1), steps.get(i), steps)
                    .isEqualTo(thinning.spacing());
        }
    }

    /** A trainer that is asked only now and then hands in steps at its own times. */
    @Test
    void unevenStepsStayRoughlyEven() {
        Random random = new Random(3);
        Retention thinning = new Retention(20, 100);
        long step = 0;
        for (int i = 0; i < 5_000; i++) {
            step += 1 + random.nextInt(60);
            if (thinning.isDue(step)) {
                thinning.add(step);
            }
        }

        List<Long> steps = thinning.steps();
        assertThat(steps).hasSizeBetween(10, 20);
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i) - steps.get(i - 1)).isBetween(thinning.spacing() / 2, 2 * thinning.spacing());
        }
    }

    /** One that takes them by the clock, because a step takes no time, hands in far fewer than are due. */
    @Test
    void whoTakesFewerThanAreDueGoesOnAtHalfThatPace() {
        Retention thinning = new Retention(4, 1);
        run(thinning, 0, 0);
        for (long step = 100; step <= 400; step += 100) {
            thinning.add(step);
        }

        assertThat(thinning.steps()).containsExactly(0L, 200L, 400L);
        assertThat(thinning.spacing()).isEqualTo(200);
        assertThat(thinning.isDue(599)).isFalse();
        assertThat(thinning.isDue(600)).isTrue();
    }

    @Test
    void keepsThePowersOfTwoForGoodWhereManyAreAllowed() {
        Retention retention = new Retention(200, 1);
        TreeSet<Long> disk = run(retention, 0, 50_000);
        assertThat(disk).hasSizeBetween(80, 200).contains(0L);
        for (long power = 1; power <= 50_000; power *= 2) {
            assertThat(disk).contains(power);
        }
        Retention resumed = new Retention(200, 1);
        assertThat(resumed.resume(retention.steps())).isEmpty();
        assertThat(run(resumed, 50_001, 60_000)).contains(1L, 2L, 4L, 1024L, 32_768L);
        assertThat(resumed.forgetAfter(3)).contains(4L, 1024L).doesNotContain(2L);
        assertThat(resumed.steps()).containsExactly(0L, 1L, 2L);
        assertThat(resumed.isDue(2)).as("there already").isFalse();
        assertThat(resumed.isDue(4)).isTrue();
    }

    @Test
    void goesOnWithWhatIsThere() {
        Retention before = new Retention(6, 10);
        run(before, 0, 400);
        Retention after = new Retention(6, 10);

        assertThat(after.resume(before.steps())).isEmpty();

        assertThat(after.steps()).isEqualTo(before.steps());
        assertEven(after, 6, 400);
        run(after, 401, 2_000);
        assertThat(after.steps()).hasSizeBetween(3, 6).startsWith(0L);
    }

    @Test
    void whatIsTooMuchOfAnEarlierRunIsDropped() {
        Retention thinning = new Retention(3, 1);

        List<Long> dropped = thinning.resume(List.of(50L, 10L, 0L, 30L, 20L, 40L));

        assertThat(dropped).containsExactly(10L, 20L, 30L, 40L);
        assertThat(thinning.steps()).containsExactly(0L, 50L);
    }

    @Test
    void aBranchForgetsWhatCameAfter() {
        Retention thinning = new Retention(10, 5);
        run(thinning, 0, 30);

        assertThat(thinning.forgetAfter(15)).containsExactly(20L, 25L, 30L);

        assertThat(thinning.steps()).containsExactly(0L, 5L, 10L, 15L);
        assertThat(thinning.isDue(19)).isFalse();
        assertThat(thinning.isDue(20)).isTrue();
    }

    @Test
    void refusesWhatIsNoHistory() {
        assertThatThrownBy(() -> new Retention(1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Retention(5, 0)).isInstanceOf(IllegalArgumentException.class);
        Retention thinning = new Retention(5, 1);
        thinning.add(7);
        assertThat(thinning.isDue(7)).isFalse();
        assertThatThrownBy(() -> thinning.add(7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot follow");
    }
}
