package unroll.ui.lesson;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.session.lesson.Evidence;
import unroll.session.lesson.Lesson;
import unroll.session.lesson.LessonTarget;
import unroll.session.lesson.Notebook;
import unroll.ui.control.Buttons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Scrolling;
import unroll.ui.control.Tips;
import unroll.ui.lesson.LessonOpener.OpenLesson;
import unroll.ui.model.WindowModel;

/** The part of the lesson that is read, and the way through it. */
public final class LessonPane extends VBox {
    private final LessonOpener lessons;
    private final WindowModel window;
    private final Consumer<LessonTarget> showPage;
    private final Label title = Labels.wrapped("");
    private final Label place = new Label();
    private final ScrollPane scroll = Scrolling.changing(new ScrollPane());
    private final Button back = Buttons.of("lesson-back-button", "Back", Feather.ARROW_LEFT, () -> turn(-1));
    private final Button next = Buttons.of("lesson-next-button", "Next", Feather.ARROW_RIGHT, () -> turn(1));
    private final Button report;
    private final ClassTimer timer;
    private @Nullable PartView part;
    private boolean presented;

    /**
     * @param showPage turns to a page
     * @param handIn writes a lab report
     */
    public LessonPane(WindowModel window, LessonOpener lessons, Consumer<LessonTarget> showPage, Runnable handIn) {
        this.window = window;
        this.lessons = lessons;
        this.showPage = showPage;
        report = Buttons.of("lesson-report-button", "Lab report…", Feather.SHARE, handIn);
        timer = new ClassTimer(window);
        title.setId("lesson-title");
        title.getStyleClass().add("card-title");
        place.setId("lesson-place");
        place.getStyleClass().add("hint");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        setId("lesson-pane");
        getStyleClass().addAll("card", "lesson");
        getChildren().addAll(header(), scroll, footer());
        lessons.openProperty().subscribe(this::show);
        window.onTick(this::update);
    }

    /** Whether it is seen by a class: questions large, answers hidden until they are revealed, and a timer. */
    void present(boolean now) {
        presented = now;
        Nodes.show(timer, now);
        if (part != null) {
            part.present(now);
        }
    }

    private HBox header() {
        VBox words = new VBox(title, place);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button leave = Buttons.quiet("leave-lesson-button", Feather.X, "Leave the lesson", lessons::leave);
        leave.setMinWidth(USE_PREF_SIZE);
        Tips.on(
                leave,
                "Leaves the lesson. Your text, settings and model of before come back, and your answers are kept.");
        HBox header = new HBox(words, timer, leave);
        header.getStyleClass().add("lesson-header");
        return header;
    }

    private HBox footer() {
        Tips.on(report, "Exports a page with the run and your answers, to be handed in.");
        return RowLayouts.of(back, RowLayouts.gap(), report, next);
    }

    private void show(@Nullable OpenLesson opened) {
        part = null;
        if (opened != null) {
            title.setText(opened.lesson().title());
            showPart(opened.notebook());
        }
    }

    private void turn(int by) {
        OpenLesson opened = lessons.openProperty().get();
        if (opened != null) {
            opened.notebook().turnTo(opened.notebook().part() + by);
            showPart(opened.notebook());
        }
    }

    private void showPart(Notebook notebook) {
        Lesson.LessonPart now = notebook.lesson().parts().get(notebook.part());
        PartView made = new PartView(now, window.session(), notebook, lessons::setUp, () -> showAnswer(notebook));
        part = made;
        made.present(presented);
        timer.stop();
        scroll.setContent(made);
        scroll.setVvalue(0);
        showPlace(notebook);
        // A class that reads the lesson is not led away from it.
        if (now.show() != null && !presented) {
            showPage.accept(now.show());
        }
    }

    private void showPlace(Notebook notebook) {
        Lesson lesson = notebook.lesson();
        int index = notebook.part();
        place.setText(String.format(
                Locale.ROOT,
                "Part %d of %d · %d of %d answered",
                index + 1,
                lesson.parts().size(),
                notebook.settled(),
                lesson.questions()));
        boolean last = index == lesson.parts().size() - 1;
        back.setDisable(index == 0);
        Nodes.show(next, !last);
        Nodes.show(report, last);
        boolean open = part != null && !part.isSettled();
        next.getStyleClass().remove("accent");
        if (!open) {
            next.getStyleClass().add("accent");
        }
    }

    /** What is said to an answer stands at the end, and must not be missed. */
    private void showAnswer(Notebook notebook) {
        showPlace(notebook);
        scroll.applyCss();
        scroll.layout();
        scroll.setVvalue(scroll.getVmax());
    }

    private void update() {
        OpenLesson opened = lessons.openProperty().get();
        PartView present = part;
        if (opened == null || present == null) {
            return;
        }
        boolean settled = present.isSettled();
        boolean reached = opened.notebook().update(Evidence.of(window.session()));
        present.update();
        if (reached) {
            showPlace(opened.notebook());
        }
        if (!settled && present.isSettled()) {
            showAnswer(opened.notebook());
        }
    }
}
