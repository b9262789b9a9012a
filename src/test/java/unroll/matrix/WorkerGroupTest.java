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

    /** Each member reads what its neighbor wrote before the meeting; without meetings some would read too early. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void aMeetingSeparatesWhatWasWrittenFromWhatIsRead(int members) {
        int[] written = new int[members];
        int[] wrong = new int[members];
        try (WorkerGroup team = new WorkerGroup(members)) {
            team.run(member -> {
                for (int round = 1; round <= ROUNDS; round++) {
                    written[member] = round;
                    team.meet(member);
                    if (written[(member + 1) % members] != round) {
                        wrong[member]++;
                    }
                    team.meet(member);
                }
            });
        }
        assertThat(wrong).containsOnly(0);
    }

    @Test
    void everyRunReachesEveryMemberOnce() {
        AtomicIntegerArray calls = new AtomicIntegerArray(3);
        try (WorkerGroup team = new WorkerGroup(3)) {
            for (int run = 0; run < ROUNDS; run++) {
                team.run(calls::incrementAndGet);
                assertThat(calls.get(0) + calls.get(1) + calls.get(2)).isEqualTo(3 * (run + 1));
            }
        }
        assertThat(calls).hasToString("[2000, 2000, 2000]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void aFailureSendsTheOthersHomeIsToldAndForgotten(int failing) {
        try (WorkerGroup team = new WorkerGroup(3)) {
            assertThatThrownBy(() -> team.run(member -> {
                        if (member == failing) {
                            throw new IllegalArgumentException("no");
                        }
                        team.meet(member);
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasCauseInstanceOf(IllegalArgumentException.class);

            int[] done = new int[3];
            team.run(member -> {
                team.meet(member);
                done[member] = 1;
            });
            assertThat(done).containsOnly(1);
        }
    }

    @Test
    void anErrorStaysAnError() {
        try (WorkerGroup team = new WorkerGroup(2)) {
            assertThatThrownBy(() -> team.run(member -> {
                        throw new OutOfMemoryError("of member " + member);
                    }))
                    .isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void anInterruptWaitsForTheEndAndIsHandedOn() {
        try (WorkerGroup team = new WorkerGroup(2)) {
            int[] done = new int[2];
            Thread.currentThread().interrupt();
            team.run(member -> {
                for (int round = 0; round < ROUNDS; round++) {
                    team.meet(member);
                    done[member]++;
                }
            });
            assertThat(done).containsOnly(ROUNDS);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void sharesFollowEachOtherAndDifferByOneAtMost() {
        for (int members = 1; members <= 5; members++) {
            try (WorkerGroup team = new WorkerGroup(members)) {
                int from = 0;
                for (Share share : team.shares(13)) {
                    assertThat(share.from()).isEqualTo(from);
                    assertThat(share.count()).isBetween(13 / members, 13 / members + 1);
                    from = share.to();
                }
                assertThat(from).isEqualTo(13);
            }
        }
    }

    @Test
    void aTeamThatNeverRanHasNoThreads() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (WorkerGroup team = new WorkerGroup(3)) {
            assertThat(Thread.getAllStackTraces().keySet())
                    .as("threads of a team of %d", team.members())
                    .filteredOn(thread -> !before.contains(thread))
                    .extracting(Thread::getName)
                    .doesNotContain("unroll-worker");
        }
    }

    @Test
    void aClosedTeamsThreadsEnd() {
        WorkerGroup team = new WorkerGroup(3);
        Thread[] workers = new Thread[3];
        team.run(member -> workers[member] = Thread.currentThread());
        team.close();
        team.close();
        Arrays.stream(workers, 1, 3).forEach(WorkerGroupTest::awaitEnd);
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
