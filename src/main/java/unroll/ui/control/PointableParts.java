package unroll.ui.control;

import java.util.Objects;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/**
 * A drawing whose parts are told apart: the one under the pointer, or that an arrow key led to, stands out and has its words beside
 * it, also while what is drawn changes.
 *
 * @param <P> a part, equal to the same one of another drawing
 */
public abstract class PointableParts<P> extends PointableCanvas {
    private @Nullable P pointed;

    protected PointableParts(String id) {
        super(id);
    }

    /** The part under a pixel; where it is not {@link #isThere} that counts as none. */
    protected abstract @Nullable P partAt(double x, double y);

    /**
     * Where an arrow key leads to.
     *
     * @param from what is pointed at, or null
     * @param across −1 to the left, 1 to the right, or 0
     * @param down likewise
     * @return what to point at; null to stay
     */
    protected abstract @Nullable P next(@Nullable P from, int across, int down);

    /** Whether a part is drawn now. */
    protected abstract boolean isThere(P part);

    protected abstract String words(P part);

    /** What the words stand beside. */
    protected abstract Point2D middle(P part);

    /** Runs when another part, or none, is pointed at. */
    protected void onPointed(@Nullable P part) {}

    protected final @Nullable P pointed() {
        return pointed;
    }

    @Override
    protected final void pointAt(double x, double y) {
        point(partAt(x, y));
    }

    @Override
    protected final void pointNowhere() {
        point(null);
    }

    @Override
    protected final void move(int across, int down) {
        P next = next(pointed, across, down);
        if (next != null) {
            point(next);
        }
    }

    protected final void point(@Nullable P part) {
        P now = part != null && isThere(part) ? part : null;
        if (!Objects.equals(now, pointed)) {
            pointed = now;
            redraw();
            showWords();
            onPointed(now);
        }
    }

    /** Draws what has changed, with what there is to say now about the part that is pointed at. */
    protected final void refresh() {
        point(pointed);
        redraw();
        showWords();
    }

    private void showWords() {
        P part = pointed;
        if (part == null) {
            showTip("", 0, 0);
        } else {
            Point2D middle = middle(part);
            showTip(words(part), middle.getX(), middle.getY());
        }
    }
}
