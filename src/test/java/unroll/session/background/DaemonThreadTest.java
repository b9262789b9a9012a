package unroll.session.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import unroll.session.Until;

class DaemonThreadTest {
    private final DaemonThread thread = new DaemonThread("test");

    @AfterEach
    void end() {
        thread.breakOff();
    }

    @Test
    void whatIsStillOnTheListWhenItIsBrokenOffIsRefused() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> underway = thread.call(() -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return "done";
        });
        CompletableFuture<String> waiting = thread.call(() -> "never");
        begun.await();
        thread.breakOff();
        assertThatThrownBy(() -> Until.done(waiting)).hasMessageContaining("The session is closed.");
        assertThatThrownBy(() -> Until.done(underway)).hasRootCauseInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> Until.done(thread.call(() -> "too late")))
                .hasMessageContaining("The session is closed.");
    }

    @Test
    void aCanceledTaskIsTakenOffTheListOrInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        CompletableFuture<String> underway = thread.call(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
            return "done";
        });
        CompletableFuture<String> waiting = thread.call(() -> "never");
        waiting.cancel(true);
        begun.await();
        underway.cancel(true);
        interrupted.await();
        assertThat(Until.done(thread.call(() -> "next"))).isEqualTo("next");
        assertThat(waiting).isCancelled();
    }
}
