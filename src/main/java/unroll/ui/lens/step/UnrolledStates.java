package unroll.ui.lens.step;

import java.util.Locale;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import unroll.message.Symbols;
import unroll.network.Directions;
import unroll.plot.Ink;
import unroll.plot.Surface;
import unroll.plot.Surface.Align;
import unroll.plot.Surface.Pen;
import unroll.plot.Surface.TextStyle;
import unroll.ui.control.PointableParts;
import unroll.ui.lens.LayerNames;

/**
 * A network unrolled over some characters of a text: a box for each state, with its first units as colors, and arrows as thick as
 * the states they carry are strong. Only as many characters are there as have room; what has been read of them is filled.
 */
final class UnrolledStates extends PointableParts<UnrolledStates.StateBox> {
    private static final double COLUMN_EM = 4;
    private static final double BOX_EM = 2.4;
    private static final double ROW_EM = 3.1;
    private static final double LEFT_EM = 5;
    private static final double FOOT_EM = 2.6;
    /** Of an arrow that carries states of 1. */
    private static final double THICKEST_EM = 0.45;

    private static final double HEAD_EM = 0.5;
    /** Units that a box shows, in so many columns. */
    private static final int UNITS = 24;

    private static final int UNIT_COLUMNS = 6;

    private final IntConsumer chosen;
    private @Nullable ReadPassage passage;
    /** The last character that has been read. */
    private int position;

    /** The state of a row after a character. */
    record StateBox(int index, int row) {}

    /** @param chosen gets the character of a box that is clicked */
    UnrolledStates(IntConsumer chosen) {
        super("unrolled-states");
        setHeightEm(ROW_EM + FOOT_EM);
        this.chosen = chosen;
        setTitle("The network unrolled over the text it reads");
        setOnMouseClicked(event -> pick());
    }

    void show(@Nullable ReadPassage now) {
        passage = now;
        setHeightEm(Math.max(1, rows(now)) * ROW_EM + FOOT_EM);
        refresh();
    }

    /** Reads the next character; after the last one the first. Stands still while somebody points at a box. */
    void advance() {
        ReadPassage shown = passage;
        if (shown != null && pointed() == null) {
            position = (position + 1) % Math.max(1, shown.text().length);
            redraw();
        }
    }

    /** Fills all of the characters that are there. */
    void fill() {
        int last = first() + columns() - 1;
        if (position != last) {
            position = last;
            redraw();
        }
    }

    private static int rows(@Nullable ReadPassage of) {
        return of == null ? 0 : of.rows();
    }

    private int columns() {
        return Math.max(1, (int) ((getWidth() - LEFT_EM * em()) / (COLUMN_EM * em())));
    }

    /** The first of the characters that are there now. */
    private int first() {
        return position / columns() * columns();
    }

    // --- pointing ---

    @Override
    protected @Nullable StateBox partAt(double x, double y) {
        int column = (int) Math.floor((x - LEFT_EM * em()) / (COLUMN_EM * em()));
        int row = rows(passage) - 1 - (int) Math.floor(y / (ROW_EM * em()));
        return column < 0 || column >= columns() ? null : new StateBox(first() + column, row);
    }

    @Override
    protected @Nullable StateBox next(@Nullable StateBox from, int across, int down) {
        int last = first() + columns() - 1;
        int next = from == null ? last : from.index + across;
        while (next >= first() && next <= last && !isFilled(next)) {
            next += from == null || across < 0 ? -1 : 1;
        }
        int row = Math.max(0, Math.min(rows(passage) - 1, (from == null ? 0 : from.row) - down));
        return next < first() || next > last ? null : new StateBox(next, row);
    }

    @Override
    protected boolean isThere(StateBox box) {
        return isFilled(box.index) && box.row >= 0 && box.row < rows(passage);
    }

    @Override
    protected boolean pick() {
        StateBox box = pointed();
        if (box != null) {
            chosen.accept(box.index);
        }
        return box != null;
    }

    @Override
    protected String words(StateBox box) {
        ReadPassage shown = Objects.requireNonNull(passage);
        return String.format(
                Locale.ROOT,
                "“%s”, %s: strength %.2f. Click for numbers.",
                Symbols.visible(shown.text()[box.index]),
                LayerNames.of(box.row, shown.directions().count()),
                shown.strength(box.index, box.row));
    }

    @Override
    protected Point2D middle(StateBox box) {
        return new Point2D(x(box.index), y(Objects.requireNonNull(passage), box.row));
    }

    /** A bidirectional network has read all of it before it answers. */
    private boolean isFilled(int index) {
        ReadPassage shown = passage;
        return shown != null
                && shown.isRead(index)
                && (index <= position || shown.directions() == Directions.BIDIRECTIONAL);
    }

    // --- drawing ---

    private double x(int index) {
        return (LEFT_EM + (index - first() + 0.5) * COLUMN_EM) * em();
    }

    /** Middle of a row of boxes. */
    private double y(ReadPassage shown, int row) {
        return (shown.rows() - 1 - row + 0.5) * ROW_EM * em();
    }

    @Override
    protected void draw(GraphicsContext g) {
        ReadPassage shown = passage;
        if (shown == null) {
            return;
        }
        Surface surface = surface(g);
        for (int row = 0; row < shown.rows(); row++) {
            surface.text(LayerNames.of(row, shown.directions().count()), 0, y(shown, row), Align.LEFT);
        }
        int end = Math.min(shown.text().length, first() + columns());
        for (int index = first(); index < end; index++) {
            character(surface, shown, index);
            for (int row = 0; row < shown.rows() && shown.isRead(index); row++) {
                arrows(surface, shown, index, row);
                box(surface, shown, index, row);
            }
        }
    }

    private void character(Surface surface, ReadPassage shown, int index) {
        boolean now = index == position && shown.directions() == Directions.UNIDIRECTIONAL;
        String symbol = Symbols.mark(shown.text()[index]);
        double y = (shown.rows() * ROW_EM + FOOT_EM / 2 + 0.2) * em();
        surface.text(symbol, x(index), y, new TextStyle(Align.CENTER, isFilled(index) ? Ink.TEXT : Ink.GRID, now));
    }

    private void arrows(Surface surface, ReadPassage shown, int index, int row) {
        if (!isFilled(index)) {
            return;
        }
        double half = BOX_EM / 2 * em();
        boolean backward = shown.directions() == Directions.BIDIRECTIONAL && row % 2 == 1;
        int before = backward ? index + 1 : index - 1;
        boolean drawn = before >= first() && before < first() + columns();
        if (drawn && shown.isRead(before)) {
            double from = x(before) + (backward ? -half : half);
            arrow(
                    surface,
                    from,
                    y(shown, row),
                    x(index) + (backward ? half : -half),
                    y(shown, row),
                    shown.strength(before, row));
        }
        int perLayer = shown.directions().count();
        if (row % perLayer == 0) {
            double bottom = y(shown, row) + half * 0.8;
            double below = row == 0 ? bottom + 1.3 * em() : y(shown, row - 1) - half * 0.8;
            arrow(surface, x(index), below, x(index), bottom, row == 0 ? 0 : shown.strength(index, row - 1));
        }
    }

    /** @param strength of what it carries, 0 for a thin line */
    private void arrow(Surface surface, double x0, double y0, double x1, double y1, double strength) {
        double head = Math.min(HEAD_EM * em(), Math.hypot(x1 - x0, y1 - y0));
        double width = THICKEST_EM * Math.min(1, strength);
        surface.arrow(x0, y0, x1, y1, Pen.solid(Ink.TEXT, width), head, (0.25 + width / 2) * em());
    }

    private void box(Surface surface, ReadPassage shown, int index, int row) {
        double half = BOX_EM / 2 * em();
        double left = Math.round(x(index) - half);
        double top = Math.round(y(shown, row) - half * 0.8);
        double right = Math.round(x(index) + half);
        double bottom = Math.round(y(shown, row) + half * 0.8);
        boolean filled = isFilled(index);
        if (filled) {
            units(surface, shown.states()[index][row], left, top, right, bottom);
        }
        boolean stressed = new StateBox(index, row).equals(pointed());
        surface.frame(
                left,
                top,
                right,
                bottom,
                stressed ? Pen.solid(Ink.TEXT, 1 / 5.0) : Pen.thin(filled ? Ink.TEXT : Ink.GRID));
    }

    /** The first units of a state, row by row. */
    private void units(Surface surface, float[] a, double left, double top, double right, double bottom) {
        int count = Math.min(UNITS, a.length);
        int across = Math.min(UNIT_COLUMNS, count);
        int down = (count + across - 1) / across;
        for (int i = 0; i < count; i++) {
            double x = left + (right - left) * (i % across) / across;
            double y = top + (bottom - top) * (i / across) / down;
            surface.fill(
                    Math.round(x),
                    Math.round(y),
                    Math.round(x + (right - left) / across),
                    Math.round(y + (bottom - top) / down),
                    palette().diverging(a[i]));
        }
    }
}
