package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.session.model.ModelSnapshot;

/** Looking inside a model of a session. */
class SessionInspectTest {
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    Path folder;

    private Session session() throws Exception {
        Session session = new Session(folder);
        session.settings()
                .set(session.settings()
                        .get()
                        .withModel(session.settings().get().model().withHidden(8))
                        .withTraining(session.settings().get().training().with(change -> change.batch = 4)));
        Until.done(session.data().openText("roses", "A rose is a rose, und Rosen sind Rosen.\n".repeat(500)));
        return session;
    }

    @Test
    void worksOnACopyThatTrainingDoesNotChange() throws Exception {
        try (Session session = session()) {
            Until.done(session.step());
            ModelSnapshot model = Until.done(session.copies().inspect(copy -> copy));
            float[] before = model.network().parameters().values().clone();

            Until.done(session.step());

            assertThat(model.step()).isEqualTo(1);
            assertThat(model.network().parameters().values()).containsExactly(before);
            float[] after = Until.done(session.copies().inspect(ModelSnapshot::network))
                    .parameters()
                    .values();
            assertThat(after).isNotEqualTo(before);
        }
    }

    @Test
    void saysThatThereIsNoModel() throws Exception {
        try (Session session = session()) {
            assertThatThrownBy(() -> session.copies().inspect(model -> model).get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("press Train first");
        }
    }

    @Test
    void isInterruptedWhenItIsCanceled() throws Exception {
        try (Session session = session()) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch interrupted = new CountDownLatch(1);
            CompletableFuture<Boolean> work = session.copies().workOut(() -> {
                begun.countDown();
                try {
                    return new CountDownLatch(1).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                }
            });
            assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

            work.cancel(true);

            assertThat(interrupted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(Until.done(session.copies().workOut(() -> true)))
                    .as("what comes next")
                    .isTrue();
        }
    }
}
