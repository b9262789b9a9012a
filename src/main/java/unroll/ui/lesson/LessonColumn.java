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

    public LessonColumn(LessonOpener lessons, LessonPane pane, Region settings) {
        super(settings);
        this.pane = pane;
        this.settings = settings;
        setId("lesson-column");
        setOrientation(Orientation.VERTICAL);
        lessons.openProperty().subscribe(this::show);
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
