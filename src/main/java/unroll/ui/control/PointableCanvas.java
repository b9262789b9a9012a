package unroll.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;

/** Something drawn, of which one part at a time can be pointed at, by mouse or arrow keys, and says what it is. */
public abstract class PointableCanvas extends CanvasPane {
    private final Label bubble = new Label();
    private final Label hint = new Label();
    private String title = "";

    protected PointableCanvas(String id) {
        setId(id);
        getStyleClass().add("pointable-canvas");
        bubble.setId(id + "-bubble");
        bubble.getStyleClass().add("chart-bubble");
        hint.getStyleClass().add("chart-hint");
        hint.setWrapText(true);
        for (Label each : new Label[] {hint, bubble}) {
            each.setMouseTransparent(true);
            each.setManaged(false);
            each.setVisible(false);
        }
        setFocusTraversable(true);
        getChildren().addAll(hint, bubble);
        setOnMouseMoved(event -> pointAt(event.getX(), event.getY()));
        setOnMouseExited(event -> pointNowhere());
        setOnMousePressed(event -> requestFocus());
        setOnKeyPressed(this::key);
    }

    /** The pointer is here. */
    protected abstract void pointAt(double x, double y);

    protected abstract void pointNowhere();

    /** Moves what is pointed at, by parts. */
    protected abstract void move(int across, int down);

    /** Chooses what is pointed at, on Enter or the space bar; false where there is nothing to choose. */
    protected boolean pick() {
        return false;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> move(-1, 0);
            case RIGHT -> move(1, 0);
            case UP -> move(0, -1);
            case DOWN -> move(0, 1);
            case ENTER, SPACE -> {
                if (!pick()) {
                    return;
                }
            }
            case ESCAPE -> pointNowhere();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** What the whole thing is, for a screen reader. */
    public final void setTitle(String words) {
        title = words;
        setAccessibleText(words);
    }

    /** What stands in the middle while there is nothing to draw; empty where there is. */
    protected final void hint(String words) {
        hint.setText(words);
        hint.setVisible(!words.isEmpty());
    }

    @Override
    protected void layoutChildren() {
        hint.resizeRelocate(0, 0, getWidth(), getHeight());
        super.layoutChildren();
    }

    /** Says something beside a place; nothing where the words are empty. */
    protected final void showTip(String words, double x, double y) {
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
