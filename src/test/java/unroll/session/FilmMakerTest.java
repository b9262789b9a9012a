package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run on film. */
class FilmMakerTest {
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
        for (int step = 0; step < 5; step++) {
            Until.done(session.step());
        }
        return session;
    }

    @Test
    void filmsTheRunFromItsCurveAndItsSnapshots() throws Exception {
        List<Double> progress = Collections.synchronizedList(new ArrayList<>());
        try (Session session = session()) {
            Path file = Until.done(new FilmMaker(session).make(folder.resolve("run.gif"), progress::add));

            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
                reader.setInput(in);
                assertThat(reader.getNumImages(true)).isEqualTo(100);
            }
            assertThat(progress).isSorted().endsWith(1.0);
        }
    }

    @Test
    void leavesNoFileWhereItIsStopped() throws Exception {
        Path stopped = folder.resolve("stopped.gif");
        try (Session session = session()) {
            FilmMaker maker = new FilmMaker(session);
            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<Path> film = maker.make(stopped, share -> begun.countDown());
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

            film.cancel(true);

            // The same thread makes the next one when it is done with the first.
            Until.done(maker.make(folder.resolve("next.gif"), share -> {}));
            assertThat(film.isCancelled()).isTrue();
            assertThat(Files.exists(stopped)).isFalse();
        }
    }
}
