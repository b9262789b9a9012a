package unroll.session.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unroll.message.Reason;
import unroll.train.Evaluations;
import unroll.train.MetricsFixtures;
import unroll.train.TrainingEvent;
import unroll.train.TrainingEvent.Failed;
import unroll.train.TrainingEvent.Sampled;
import unroll.train.TrainingEvent.Stepped;
import unroll.train.TrainingEvent.Validated;

class EventBufferTest {
    private final EventBuffer buffer = new EventBuffer();

    private static Stepped stepped(long step) {
        return new Stepped(MetricsFixtures.at(step, 0, 0), 1);
    }

    private static Validated validated(long step) {
        return new Validated(MetricsFixtures.at(step, 0, 0), Evaluations.of(1), false);
    }

    private static Sampled sampled(long step) {
        return new Sampled(step, 1, "text");
    }

    @Test
    void isEmptyAtFirstAndAfterADrain() {
        assertThat(buffer.drain()).isEmpty();
        buffer.publish(stepped(1));
        assertThat(buffer.drain()).hasSize(1);
        assertThat(buffer.drain()).isEmpty();
    }

    @Test
    void keepsTheNewestStepOnlyAtItsPlaceAmongTheOthers() {
        buffer.publish(stepped(1));
        buffer.publish(validated(1));
        buffer.publish(stepped(2));
        buffer.publish(sampled(2));
        assertThat(buffer.drain()).containsExactly(validated(1), stepped(2), sampled(2));
    }

    @Test
    void dropsTheOldestSampleFirstWhereItIsFull() {
        buffer.publish(validated(0));
        buffer.publish(sampled(0));
        buffer.publish(sampled(1));
        for (int i = 1; i < EventBuffer.CAPACITY - 1; i++) {
            buffer.publish(validated(i));
        }
        buffer.publish(stepped(7));
        List<TrainingEvent> kept = buffer.drain();
        assertThat(kept).hasSize(EventBuffer.CAPACITY + 1);
        assertThat(kept).startsWith(validated(0), sampled(1), validated(1)).endsWith(stepped(7));
    }

    @Test
    void dropsTheOldestWhereItHoldsNoSample() {
        for (int i = 0; i < EventBuffer.CAPACITY + 5; i++) {
            buffer.publish(validated(i));
        }
        buffer.publish(new Failed(9, Reason.OUT_OF_MEMORY.with(), "details"));
        List<TrainingEvent> kept = buffer.drain();
        assertThat(kept).hasSize(EventBuffer.CAPACITY).startsWith(validated(6));
        assertThat(kept.get(kept.size() - 1)).isInstanceOf(Failed.class);
    }

    @Test
    void losesAndRepeatsNothingUnderConcurrentPublishers() throws Exception {
        int publishers = 4;
        int each = EventBuffer.CAPACITY / publishers;
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = IntStream.range(0, publishers)
                .mapToObj(publisher -> new Thread(() -> publishAll(start, publisher, each)))
                .toList();
        threads.forEach(Thread::start);
        start.countDown();
        List<TrainingEvent> seen = new ArrayList<>();
        while (threads.stream().anyMatch(Thread::isAlive)) {
            List<TrainingEvent> some = buffer.drain();
            assertThat(some.stream().filter(Stepped.class::isInstance)).hasSizeLessThanOrEqualTo(1);
            seen.addAll(some);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        seen.addAll(buffer.drain());
        for (int publisher = 0; publisher < publishers; publisher++) {
            long first = (long) publisher * each;
            List<Long> own = seen.stream()
                    .filter(Validated.class::isInstance)
                    .map(TrainingEvent::step)
                    .filter(step -> step >= first && step < first + each)
                    .toList();
            assertThat(own).hasSize(each).isSorted().doesNotHaveDuplicates();
        }
    }

    private void publishAll(CountDownLatch start, int publisher, int each) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        for (int i = 0; i < each; i++) {
            for (int k = 0; k < 20; k++) {
                buffer.publish(stepped(k));
            }
            buffer.publish(validated((long) publisher * each + i));
        }
    }
}
