package unroll.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.matrix.WorkerGroup.Share;

@Timeout(60)
class WorkerGroupTest {
    private static final int ROUNDS = 2000;

    /** Each worker reads what its neighbor wrote before the barrier; without barriers some would read too early. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void aBarrierSeparatesWhatWasWrittenFromWhatIsRead(int workers) {
        int[] written = new int[workers];
        int[] wrong = new int[workers];
        try (WorkerGroup group = new WorkerGroup(workers)) {
            group.run(worker -> {
                for (int round = 1; round <= ROUNDS; round++) {
                    written[worker] = round;
                    group.await(worker);
                    if (written[(worker + 1) % workers] != round) {
                        wrong[worker]++;
                    }
                    group.await(worker);
                }
            });
        }
        assertThat(wrong).containsOnly(0);
    }

    @Test
    void everyRunReachesEveryMemberOnce() {
        AtomicIntegerArray calls = new AtomicIntegerArray(3);
        try (WorkerGroup group = new WorkerGroup(3)) {
            for (int run = 0; run < ROUNDS; run++) {
                group.run(calls::incrementAndGet);
                assertThat(calls.get(0) + calls.get(1) + calls.get(2)).isEqualTo(3 * (run + 1));
            }
        }
        assertThat(calls).hasToString("[2000, 2000, 2000]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void aFailureSendsTheOthersHomeIsToldAndForgotten(int failing) {
        try (WorkerGroup group = new WorkerGroup(3)) {
            assertThatThrownBy(() -> group.run(worker -> {
                        if (worker == failing) {
                            throw new IllegalArgumentException("no");
                        }
                        group.await(worker);
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasCauseInstanceOf(IllegalArgumentException.class);

            int[] done = new int[3];
            group.run(worker -> {
                group.await(worker);
                done[worker] = 1;
            });
            assertThat(done).containsOnly(1);
        }
    }

    @Test
    void anErrorStaysAnError() {
        try (WorkerGroup group = new WorkerGroup(2)) {
            assertThatThrownBy(() -> group.run(worker -> {
                        throw new OutOfMemoryError("of worker " + worker);
                    }))
                    .isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void anInterruptWaitsForTheEndAndIsHandedOn() {
        try (WorkerGroup group = new WorkerGroup(2)) {
            int[] done = new int[2];
            Thread.currentThread().interrupt();
            group.run(worker -> {
                for (int round = 0; round < ROUNDS; round++) {
                    group.await(worker);
                    done[worker]++;
                }
            });
            assertThat(done).containsOnly(ROUNDS);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void sharesFollowEachOtherAndDifferByOneAtMost() {
        for (int workers = 1; workers <= 5; workers++) {
            try (WorkerGroup group = new WorkerGroup(workers)) {
                int from = 0;
                for (Share share : group.shares(13)) {
                    assertThat(share.from()).isEqualTo(from);
                    assertThat(share.count()).isBetween(13 / workers, 13 / workers + 1);
                    from = share.to();
                }
                assertThat(from).isEqualTo(13);
            }
        }
    }

    @Test
    void aTeamThatNeverRanHasNoThreads() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (WorkerGroup group = new WorkerGroup(3)) {
            assertThat(Thread.getAllStackTraces().keySet())
                    .as("threads of a group of %d", group.size())
                    .filteredOn(thread -> !before.contains(thread))
                    .extracting(Thread::getName)
                    .doesNotContain("unroll-worker");
        }
    }

    @Test
    void aClosedTeamsThreadsEnd() {
        WorkerGroup group = new WorkerGroup(3);
        Thread[] threads = new Thread[3];
        group.run(worker -> threads[worker] = Thread.currentThread());
        group.close();
        group.close();
        Arrays.stream(threads, 1, 3).forEach(WorkerGroupTest::awaitEnd);
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
