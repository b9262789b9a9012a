package unroll.ui.lesson;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import unroll.ui.desk.FxThread;

/**
 * The settings, with the lesson above them while one is open; the border between can be moved. The settings are half of all
 * nodes of the window, so they come a moment after it.
 */
public final class LessonColumn extends SplitPane {
    private static final double SHARE = 0.7;

    private final LessonPane pane;
    private final Region settings;

    public LessonColumn(LessonOpener lessons, LessonPane pane, Region settings) {
        this.pane = pane;
        this.settings = settings;
        setId("lesson-column");
        setOrientation(Orientation.VERTICAL);
        FxThread.later(() -> lessons.openProperty().subscribe(this::show));
    }

    private void show(LessonOpener.@Nullable Opened opened) {
        if (opened == null) {
            getItems().setAll(settings);
        } else if (!getItems().contains(pane)) {
            getItems().setAll(pane, settings);
            setDividerPositions(SHARE);
        }
    }
}
