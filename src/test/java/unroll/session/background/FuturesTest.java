package unroll.session.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import unroll.message.ProblemException;
import unroll.session.Until;

class FuturesTest {
    @Test
    void answersComeWhileThePoolThatAllOfJavaSharesIsBusy() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        for (int i = 0; i < ForkJoinPool.getCommonPoolParallelism(); i++) {
            ForkJoinPool.commonPool().execute(() -> Until.opened(free));
        }
        DaemonThread thread = new DaemonThread("unroll-test");
        try {
            assertThat(Until.done(thread.call(() -> 7))).isEqualTo(7);
            assertThat(Until.done(Futures.inBackground(() -> Futures.await(thread.call(() -> 8)))))
                    .isEqualTo(8);
        } finally {
            free.countDown();
            thread.breakOff();
        }
    }

    @Test
    void whateverFailsIsAProblem() {
        assertThatThrownBy(() -> Until.done(Futures.inBackground(() -> {
                    throw new IOException("gone");
                })))
                .hasCauseInstanceOf(ProblemException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void cancelingInterruptsWhatIsDoneInTheBackground() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> fate = new CompletableFuture<>();
        CompletableFuture<Object> answer = Futures.inBackground(() -> {
            begun.countDown();
            try {
                Thread.sleep(Duration.ofSeconds(10).toMillis());
                fate.complete("went on");
            } catch (InterruptedException e) {
                fate.complete("interrupted");
            }
            return "";
        });
        Until.opened(begun);
        answer.cancel(true);
        assertThat(Until.done(fate)).isEqualTo("interrupted");
    }
}
