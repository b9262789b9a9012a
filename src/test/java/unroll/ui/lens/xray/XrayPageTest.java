package unroll.ui.lens.xray;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import unroll.session.Session;
import unroll.settings.Settings;
import unroll.task.TaskConfig;
import unroll.ui.model.WindowModel;

/** The page over a session whose model writes, while no text is open to compare that with. */
@ExtendWith(ApplicationExtension.class)
class XrayPageTest {
    private static final int PATIENCE_SECONDS = 30;

    private final List<Throwable> thrown = new ArrayList<>();
    private Session session;
    private WindowModel window;

    @Start
    void start(Stage stage) throws Exception {
        session = new Session(Files.createTempDirectory("unroll-xray"));
        window = new WindowModel(session);
        stage.setScene(new Scene(new XrayPage(window), 800, 600));
        stage.show();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void theModelMayGoWhileACopyIsLookedFor(FxRobot robot) throws Exception {
        session.modelFiles().open(modelOfAForgottenText()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        robot.interact(window::refresh);
        await(() -> words(robot, "#copied-words").equals("No text is open to compare it with."));

        CountDownLatch end = new CountDownLatch(1);
        AtomicReference<CompletableFuture<Boolean>> busy = new AtomicReference<>();
        robot.interact(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> thrown.add(failure));
            robot.lookup("#xray-write").queryAs(Button.class).fire();
            // The text is written before JavaFX's thread goes on, and the search for a copy comes behind other work.
            session.copies().workOut(() -> true).join();
            busy.set(session.copies().workOut(() -> end.await(PATIENCE_SECONDS, TimeUnit.SECONDS)));
        });
        await(() -> words(robot, "#copied-words").startsWith("Looking for"));
        session.reset().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        robot.interact(window::refresh);
        await(() -> words(robot, "#xray-refusal").startsWith("Press Train"));
        robot.interact(window::refresh);
        end.countDown();
        busy.get().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        session.copies().workOut(() -> true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(thrown).isEmpty();
    }

    private static Path modelOfAForgottenText() throws Exception {
        Path folder = Files.createTempDirectory("unroll-other");
        try (Session other = new Session(folder)) {
            other.data()
                    .openText("cats", "the cat sat on the mat.\n".repeat(200))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Settings start = Settings.startingWith(TaskConfig.parse("next-character"));
            other.data()
                    .choose(start.withModel(start.model().withHidden(8).withLayers(1)), null)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            other.step().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return other.modelFiles().save(folder.resolve("cats.unroll")).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static String words(FxRobot robot, String id) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> robot.lookup(id)
                        .tryQuery()
                        .map(node -> ((Labeled) node).getText())
                        .orElse(""))
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
    }
}
