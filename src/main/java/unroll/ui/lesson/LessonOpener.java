package unroll.ui.lesson;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.session.background.Futures;
import unroll.session.lesson.AnswerSheet;
import unroll.session.lesson.BundledLessons;
import unroll.session.lesson.Lesson;
import unroll.session.lesson.LessonFile;
import unroll.session.lesson.LessonText;
import unroll.session.lesson.Notebook;
import unroll.ui.files.Choosers;
import unroll.ui.files.ModelSwitcher;
import unroll.ui.files.TemporarySetup;
import unroll.ui.model.Notice;
import unroll.ui.model.Notice.Offer;
import unroll.ui.model.WindowModel;

/** Opens lessons, one at a time, and leaves them. */
public final class LessonOpener {
    private final WindowModel window;
    private final Choosers choosers;
    private final ModelSwitcher switcher;
    private final TemporarySetup setup;
    private final ReadOnlyObjectWrapper<@Nullable OpenLesson> open = new ReadOnlyObjectWrapper<>();

    /**
     * The lesson that is open.
     *
     * @param text it brings, or null
     */
    record OpenLesson(Notebook notebook, @Nullable Corpus text) {
        Lesson lesson() {
            return notebook.lesson();
        }
    }

    public LessonOpener(WindowModel window, Choosers choosers, ModelSwitcher switcher) {
        this.window = window;
        this.choosers = choosers;
        this.switcher = switcher;
        setup = new TemporarySetup(window);
    }

    public void choose() {
        choosers.openLesson().ifPresent(this::open);
    }

    /** Opens a lesson. */
    public void open(Path file) {
        open(() -> LessonFile.read(file));
    }

    /** Opens a lesson that ships with the program. */
    public void openBundled(String fileName) {
        open(() -> BundledLessons.read(fileName));
    }

    /** Nothing changes before the lesson and its text have been read whole. */
    private void open(Callable<Lesson> reader) {
        window.follow(Futures.inBackground(() -> read(reader.call())), read -> present(read));
    }

    private OpenLesson read(Lesson lesson) throws Exception {
        LessonText text = lesson.text();
        return new OpenLesson(Notebook.open(lesson, window.session()), text == null ? null : text.read());
    }

    private void present(OpenLesson read) {
        switcher.replace(() -> {
            Consumer<Notice> notify = switcher.announcer();
            setup.begin(
                    () -> window.session().data().setUp(read.lesson().settings(), read.text()),
                    done -> begin(read, notify));
        });
    }

    private void begin(OpenLesson read, Consumer<Notice> notify) {
        open.set(read);
        Notebook notebook = read.notebook();
        String title = read.lesson().title();
        if (notebook.part() == 0) {
            window.noticeProperty().set(null);
            notify.accept(Notice.information("Lesson “%s” opened.".formatted(title)));
        } else {
            notify.accept(Notice.information(
                    String.format(
                            Locale.ROOT,
                            "Lesson “%s” opened at part %d, where you left it.",
                            title,
                            notebook.part() + 1),
                    new Offer("start-over-button", "Start over", () -> startOver(read))));
        }
    }

    private void startOver(OpenLesson read) {
        if (open.get() == read) {
            read.notebook().startOver();
            open.set(null);
            open.set(read);
        }
    }

    /** Makes a model of other settings possible; the lesson's text is opened again. */
    void setUp(Lesson.SettingsButton setUp) {
        OpenLesson present = open.get();
        Corpus text = present == null ? null : present.text();
        switcher.replace(
                () -> window.session().data().setUp(setUp.settings(), text),
                () -> Notice.information("The model is set up. Press Train."));
    }

    /** Gives the window back with text, settings and model of before the lesson; the answers are remembered. */
    void leave() {
        open.set(null);
        switcher.replace(() -> {
            Consumer<Notice> notify = switcher.announcer();
            setup.end(() -> notify.accept(Notice.information(
                    "You have left the lesson; your settings are back. Your answers are kept for the next time.")));
        });
    }

    /** Closes the lesson without bringing back what was before it. */
    public void close() {
        open.set(null);
        setup.forget();
    }

    /** What was answered in the lesson that is open. */
    public AnswerSheet answers() {
        OpenLesson present = open.get();
        return present == null ? AnswerSheet.NONE : present.notebook().sheet();
    }

    /** The lesson that is open, or null. */
    ReadOnlyObjectProperty<@Nullable OpenLesson> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether a lesson is open. */
    public ObservableValue<Boolean> isOpen() {
        return open.map(opened -> true).orElse(false);
    }

    /** Runs whenever a lesson is opened. */
    public void onOpen(Runnable action) {
        openProperty().subscribe(opened -> {
            if (opened != null) {
                action.run();
            }
        });
    }
}
