package unroll.ui.lesson;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The settings, with the lesson above them while one is open; the border between can be moved. */
public final class LessonColumn extends SplitPane {
    private static final double SHARE = 0.7;

    private final LessonPane pane;
    private final Region settings;
    private boolean presented;

    public LessonColumn(LessonOpener lessons, LessonPane pane, Region settings) {
        super(settings);
        this.pane = pane;
        this.settings = settings;
        setId("lesson-column");
        setOrientation(Orientation.VERTICAL);
        lessons.openProperty().subscribe(this::show);
    }

    /** In front of a class the lesson stands alone, with its answers hidden. */
    public void present(boolean now) {
        if (presented != now) {
            presented = now;
            pane.present(now);
            if (now) {
                getItems().remove(settings);
            } else if (getItems().contains(pane)) {
                showBoth();
            }
        }
    }

    private void showBoth() {
        getItems().setAll(pane, settings);
        setDividerPositions(SHARE);
    }

    private void show(LessonOpener.@Nullable OpenLesson opened) {
        if (opened == null) {
            getItems().setAll(settings);
        } else if (!getItems().contains(pane)) {
            showBoth();
        }
    }
}
