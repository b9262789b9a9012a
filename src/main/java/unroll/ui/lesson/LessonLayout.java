package unroll.ui.lesson;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import unroll.session.lesson.Lesson;
import unroll.session.lesson.LessonTarget;
import unroll.ui.control.CollapsiblePane;
import unroll.ui.pages.Pages;

/**
 * Arranges the window for a lesson, and back: takes parts of it away, or out of reach, and gives them back. The parts themselves
 * are left as they are: the program goes on showing, hiding, enabling and disabling them, and what it did meanwhile counts
 * afterwards.
 */
public final class LessonLayout {
    private static final String LOCKED = "Set by the lesson";
    private static final Duration DELAY = Duration.millis(300);

    private final Node root;
    private final Pages pages;
    private final Deque<Runnable> waysBack = new ArrayDeque<>();

    /**
     * @param root of the window
     * @param pages of its center
     */
    public LessonLayout(Node root, Pages pages) {
        this.root = root;
        this.pages = pages;
    }

    /** Arranges it from now on as the lesson wants that is open. */
    public void follow(LessonOpener lessons) {
        lessons.openProperty().subscribe(this::arrange);
    }

    private void arrange(LessonOpener.@Nullable OpenLesson opened) {
        while (!waysBack.isEmpty()) {
            waysBack.pop().run();
        }
        if (opened != null) {
            Lesson.Arrangement wanted = opened.lesson().arrangement();
            wanted.locked().stream()
                    .filter(control -> !wanted.hidden().contains(control))
                    .forEach(this::lock);
            wanted.hidden().stream()
                    .filter(control -> control.kind() != LessonTarget.TargetKind.PAGE)
                    .forEach(control -> ControlLocator.region(control, root)
                            .map(LessonLayout::hide)
                            .ifPresent(waysBack::push));
            waysBack.push(pages.hide(wanted.hidden()));
        }
    }

    private void lock(LessonTarget control) {
        if (control.kind() == LessonTarget.TargetKind.PAGE) {
            pages.page(control).ifPresent(page -> {
                page.setDisable(true);
                waysBack.push(() -> page.setDisable(false));
            });
        } else {
            ControlLocator.region(control, root).ifPresent(region -> {
                // A fold still opens, so that what is locked in it can be read.
                List<Node> parts = region instanceof CollapsiblePane fold
                        ? List.copyOf(fold.body().getChildren())
                        : List.of(region);
                parts.forEach(part -> waysBack.push(disable((Region) part)));
            });
        }
    }

    /** Puts nothing in its place; what undoes it is returned. */
    private static Runnable hide(Region part) {
        Region nothing = new Region();
        nothing.setManaged(false);
        nothing.setVisible(false);
        replace(part, nothing);
        return () -> replace(nothing, part);
    }

    /** Puts a disabled box around it; what undoes it is returned. */
    private static Runnable disable(Region part) {
        StackPane box = new StackPane();
        StackPane frame = new StackPane(box);
        frame.getStyleClass().add("lesson-locked");
        HBox.setHgrow(frame, HBox.getHgrow(part));
        VBox.setVgrow(frame, VBox.getVgrow(part));
        frame.setPrefWidth(part.getPrefWidth());
        frame.visibleProperty().bind(part.visibleProperty());
        frame.managedProperty().bind(part.managedProperty());
        frame.setAccessibleHelp(LOCKED);
        Tooltip tip = new Tooltip(LOCKED);
        tip.setShowDelay(DELAY);
        Tooltip.install(frame, tip);
        replace(part, frame);
        box.setDisable(true);
        box.getChildren().add(part);
        return () -> {
            box.getChildren().clear();
            replace(frame, part);
        };
    }

    /** Where the program has cleared the place meanwhile there is nothing to put back. */
    private static void replace(Node before, Node after) {
        if (before.getParent() instanceof Pane parent) {
            List<Node> children = parent.getChildren();
            children.set(children.indexOf(before), after);
        }
    }
}
