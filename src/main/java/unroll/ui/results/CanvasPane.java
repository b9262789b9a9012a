package unroll.ui.results;

import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import unroll.ui.control.ResizableCanvas;

/** Something drawn, of which one part at a time can be pointed at, by mouse or arrow keys, and says what it is. */
abstract class CanvasPane extends ResizableCanvas {
    private final Label bubble = new Label();
    private final ThemeColors inks = new ThemeColors();
    private String title = "";

    CanvasPane(String id) {
        setId(id);
        getStyleClass().add("result-canvas");
        bubble.getStyleClass().add("chart-bubble");
        bubble.setMouseTransparent(true);
        bubble.setManaged(false);
        bubble.setVisible(false);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        getChildren().addAll(inks, bubble);
        inks.onChange(this::requestLayout);
        setOnMouseMoved(event -> pointAt(event.getX(), event.getY()));
        setOnMouseExited(event -> pointNowhere());
        setOnMousePressed(event -> requestFocus());
        setOnKeyPressed(this::key);
    }

    /** The pointer is here. */
    abstract void pointAt(double x, double y);

    abstract void pointNowhere();

    /** Moves what is pointed at, by parts. */
    abstract void move(int across, int down);

    /** Enter or the space bar, on what is pointed at. */
    void pick() {}

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> move(-1, 0);
            case RIGHT -> move(1, 0);
            case UP -> move(0, -1);
            case DOWN -> move(0, 1);
            case ENTER, SPACE -> pick();
            case ESCAPE -> pointNowhere();
            default -> {
                return;
            }
        }
        event.consume();
    }

    final ThemeColors inks() {
        return inks;
    }

    /** What the whole thing is, for a screen reader. */
    final void title(String words) {
        title = words;
        setAccessibleText(words);
    }

    /** Says something beside a place; nothing where the words are empty. */
    final void say(String words, double x, double y) {
        setAccessibleText(words.isEmpty() ? title : title + " " + words);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        bubble.setVisible(!words.isEmpty());
        if (words.isEmpty()) {
            return;
        }
        bubble.setText(words);
        double width = bubble.prefWidth(-1);
        double height = bubble.prefHeight(-1);
        double gap = 0.9 * em();
        Bounds seen = getLayoutBounds();
        double left = x + gap + width <= seen.getWidth() ? x + gap : x - gap - width;
        double top = y + gap + height <= seen.getHeight() ? y + gap : y - gap - height;
        bubble.resizeRelocate(Math.max(0, left), Math.max(0, top), width, height);
    }
}
