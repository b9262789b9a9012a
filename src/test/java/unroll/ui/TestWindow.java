package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.service.query.EmptyNodeQueryException;
import org.testfx.util.WaitForAsyncUtils;
import unroll.session.Session;
import unroll.session.state.Status;
import unroll.settings.Settings;
import unroll.ui.chart.ChartExport;
import unroll.ui.compare.CompareRuns;
import unroll.ui.files.Choosers;
import unroll.ui.report.FilmExport;
import unroll.ui.report.LabReports;
import unroll.ui.sweep.SweepWindow;

/** The window over a real session, and what a user's hands and eyes do with it. */
public final class TestWindow {
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;
    private final Session session;
    private final AnsweringChoosers choosers;
    private final MainWindow window;
    private final Stage stage;

    /** All that the banner and the status line have said. The next sentence may follow before a test looks. */
    private final List<String> sentences = new CopyOnWriteArrayList<>();

    /** To be called on the FX thread. */
    public TestWindow(Stage stage) throws IOException {
        this(stage, Files.createTempDirectory("unroll-window"));
    }

    TestWindow(Stage stage, Path folder) {
        this.folder = folder;
        this.stage = stage;
        session = new Session(folder);
        choosers = new AnsweringChoosers(stage, session);
        window = new MainWindow(stage, session, folder, choosers);
        Labeled line = (Labeled) stage.getScene().lookup("#status-line");
        line.textProperty().addListener((text, before, now) -> sentences.add(now));
        window.model().noticeProperty().subscribe(notice -> {
            if (notice != null) {
                sentences.add(notice.sentence());
            }
        });
        window.begin();
    }

    /** Takes the place of the system's dialogs, which no test can press. */
    private static final class AnsweringChoosers extends Choosers {
        private @Nullable Path answer;

        AnsweringChoosers(Stage stage, Session session) {
            super(stage, session.preferences(), () -> MainWindow.openFiles(session));
        }

        @Override
        protected @Nullable File showSaveDialog(FileChooser chooser) {
            return answer == null ? null : answer.toFile();
        }
    }

    /** What is typed into the next dialogs that ask where to save. */
    public void answerSaveDialogs(Path typed) {
        choosers.answer = typed;
    }

    public void close() {
        session.close();
    }

    /** Shows what greets whoever starts the program for the first time. */
    public void welcome() {
        window.welcome();
        window.offerStarter();
    }

    public Path folder() {
        return folder;
    }

    public Session session() {
        return session;
    }

    public Documents documents() {
        return window.documents();
    }

    public ChartExport export() {
        return window.exports().charts();
    }

    public LabReports reports() {
        return window.exports().reports();
    }

    public FilmExport film() {
        return window.exports().film();
    }

    public CompareRuns compare() {
        return window.exports().compare();
    }

    public SweepWindow sweeps() {
        return window.sweeps();
    }

    public Stage stage() {
        return stage;
    }

    public Status status() {
        return session.status();
    }

    /** A text with some sense in it, written to a file of its own. */
    public Path text(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "the cat sat on the mat and ate the rat.\n".repeat(200));
    }

    /** Opens a small text and chooses a small network, so that steps are quick; it trains until it is paused. */
    public void smallRun(FxRobot robot) throws Exception {
        Path text = text("small.txt");
        await("the first text", () -> status().opened().text() != null);
        Settings start = session().settings().get();
        robot.interact(() ->
                session().settings().set(start.withTraining(start.training().with(change -> change.patience = 0))));
        awaitStatus("no early stopping", status -> status.settings().training().patience() == 0);
        enter(robot, "#hidden-field", "16");
        enter(robot, "#layers-field", "1");
        enter(robot, "#batch-field", "4");
        enter(robot, "#window-field", "10");
        awaitStatus(
                "the small network",
                status -> status.settings().model().hidden() == 16
                        && status.settings().training().window() == 10);
        robot.interact(() -> documents().texts().open(text));
        awaitStatus(
                "the small text",
                status -> status.opened().text() != null
                        && status.opened().text().name().equals("small.txt"));
    }

    /** Types into a field and presses Enter there, whichever window of the machine has the keyboard. */
    public void enter(FxRobot robot, String id, String entry) {
        robot.interact(() -> {
            TextInputControl field = robot.lookup(id).queryTextInputControl();
            field.requestFocus();
            field.setText(entry);
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
    }

    /** Presses a button wherever a scroll bar has put it, as soon as it can be pressed. */
    public void press(FxRobot robot, String id) {
        AtomicBoolean pressed = new AtomicBoolean();
        await(id + " to be enabled", () -> {
            robot.interact(() -> {
                Button button = robot.lookup(id).queryButton();
                pressed.set(!button.isDisabled());
                button.fire();
            });
            return pressed.get();
        });
    }

    /** Chooses an item of the menu bar. */
    public void choose(FxRobot robot, String id) {
        robot.interact(menuItem(robot, id)::fire);
    }

    /** An item of the menu bar, however deep it stands. */
    public MenuItem menuItem(FxRobot robot, String id) {
        return robot.lookup(MenuBar.class::isInstance).queryAs(MenuBar.class).getMenus().stream()
                .flatMap(TestWindow::items)
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<MenuItem> items(MenuItem item) {
        return item instanceof Menu menu
                ? Stream.concat(Stream.of(item), menu.getItems().stream().flatMap(TestWindow::items))
                : Stream.of(item);
    }

    public String words(FxRobot robot, String id) throws Exception {
        return onFx(() -> {
            Node node = robot.lookup(id).query();
            Node content = node instanceof ScrollPane pane ? pane.getContent() : node;
            if (content instanceof TextFlow flow) {
                return flow.getChildren().stream()
                        .map(part -> ((Text) part).getText())
                        .collect(Collectors.joining());
            }
            return node instanceof TextInputControl input ? input.getText() : ((Labeled) node).getText();
        });
    }

    public static <T> T onFx(Callable<T> question) throws Exception {
        return WaitForAsyncUtils.asyncFx(question).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until the window has seen such a status: what its buttons do follows from that one, not from the session's. */
    public void awaitStatus(String what, Predicate<Status> condition) {
        await(what, () -> condition.test(onFx(() -> window.model().status())));
    }

    /** Waits until the window has said a sentence with these words, whatever it says now. */
    public void awaitSentence(String words) {
        await("a sentence with " + words, () -> sentences.stream().anyMatch(sentence -> sentence.contains(words)));
    }

    /** All that the window has said. */
    public List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** A node that is not there yet may come. */
    private static boolean holds(Callable<Boolean> condition) throws Exception {
        try {
            return condition.call();
        } catch (EmptyNodeQueryException notYet) {
            return false;
        } catch (ExecutionException thrown) {
            if (thrown.getCause() instanceof EmptyNodeQueryException) {
                return false;
            }
            throw thrown;
        }
    }

    public void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> holds(condition));
        } catch (TimeoutException e) {
            assertThat(false)
                    .as("waited in vain for %s; the session says %s", what, status())
                    .isTrue();
        }
    }
}
