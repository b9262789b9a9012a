package unroll.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldFileRetryTest {
    private final AtomicLong millis = new AtomicLong();
    private final HeldFileRetry retry = new HeldFileRetry(() -> millis.get() * 1_000_000, millis::addAndGet);
    private final AtomicInteger attempts = new AtomicInteger();

    @TempDir
    Path folder;

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    private Path onWindows() {
        return new HeldFileSystem(0, 0).path(folder.resolve("model"));
    }

    private static IOException denied() {
        return new AccessDeniedException("model");
    }

    private void refusedAlways(Path file, IOException refusal) {
        assertThatThrownBy(() -> retry.run(file, () -> {
                    attempts.incrementAndGet();
                    throw refusal;
                }))
                .isSameAs(refusal);
    }

    @Test
    void aFileThatIsSetFreeIsWritten() throws IOException {
        String done = retry.run(onWindows(), () -> {
            if (attempts.incrementAndGet() < 5) {
                throw denied();
            }
            return "done";
        });

        assertThat(done).isEqualTo("done");
        assertThat(attempts).hasValue(5);
    }

    @Test
    void afterTwoSecondsItIsGivenUp() {
        refusedAlways(onWindows(), denied());

        assertThat(millis).hasValueBetween(2000, 2100);
    }

    @Test
    void otherRefusalsStandAtOnce() {
        refusedAlways(onWindows(), new FileAlreadyExistsException("model"));
        refusedAlways(onWindows(), new IOException("No space left on device"));

        assertThat(attempts).hasValue(2);
        assertThat(millis).hasValue(0);
    }

    @Test
    void whereHeldFilesCanBeReplacedNothingIsTriedAgain() {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");

        refusedAlways(folder.resolve("model"), denied());

        assertThat(attempts).hasValue(1);
    }

    @Test
    void anInterruptEndsNoSaveAndIsNotLost() throws IOException {
        HeldFileRetry interrupted = new HeldFileRetry(() -> millis.get() * 1_000_000, pause -> {
            millis.addAndGet(pause);
            throw new InterruptedException();
        });

        interrupted.run(onWindows(), () -> {
            if (attempts.incrementAndGet() < 3) {
                throw denied();
            }
            return "done";
        });

        assertThat(attempts).hasValue(3);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
}
