package unroll.ui.lesson;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import unroll.session.lesson.Control;
import unroll.session.lesson.Lesson;
import unroll.ui.control.CollapsiblePane;
import unroll.ui.pages.Pages;

/** Arranges the window for a lesson, and back. */
public final class LessonLayout {
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
                    .filter(control -> control.kind() != Control.Kind.PAGE)
                    .forEach(control -> ControlLocator.region(control, root)
                            .map(ControlHider::hide)
                            .ifPresent(waysBack::push));
            waysBack.push(pages.hide(wanted.hidden()));
        }
    }

    private void lock(Control control) {
        if (control.kind() == Control.Kind.PAGE) {
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
                parts.forEach(part -> waysBack.push(ControlHider.lock((Region) part)));
            });
        }
    }
}
