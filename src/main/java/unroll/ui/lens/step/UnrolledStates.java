package unroll.ui.lens.step;

import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import unroll.message.Symbols;
import unroll.network.Directions;
import unroll.plot.Ink;
import unroll.plot.Surface;
import unroll.plot.Surface.Align;
import unroll.plot.Surface.Pen;
import unroll.plot.Surface.TextStyle;
import unroll.ui.control.PointableCanvas;
import unroll.ui.lens.LayerNames;

/**
 * A network unrolled over some characters of a text: a box for each state, with its first units as colors, and arrows as thick as
 * the states they carry are strong. Only as many characters are there as have room; what has been read of them is filled.
 */
final class UnrolledStates extends PointableCanvas {
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
    private static final int NOWHERE = -1;

    private final IntConsumer chosen;
    private @Nullable ReadPassage passage;
    /** The last character that has been read. */
    private int position;

    private int pointed = NOWHERE;
    private int pointedRow;

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
        point(pointed, pointedRow);
    }

    /** Reads the next character; after the last one the first. Stands still while somebody points at a box. */
    void advance() {
        ReadPassage shown = passage;
        if (shown != null && pointed == NOWHERE) {
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
    protected void pointAt(double x, double y) {
        int column = (int) Math.floor((x - LEFT_EM * em()) / (COLUMN_EM * em()));
        int row = rows(passage) - 1 - (int) Math.floor(y / (ROW_EM * em()));
        point(column < 0 || column >= columns() ? NOWHERE : first() + column, row);
    }

    @Override
    protected void pointNowhere() {
        point(NOWHERE, 0);
    }

    @Override
    protected void move(int across, int down) {
        int last = first() + columns() - 1;
        int next = pointed == NOWHERE ? last : pointed + across;
        while (next >= first() && next <= last && !isFilled(next)) {
            next += pointed == NOWHERE || across < 0 ? -1 : 1;
        }
        if (next >= first() && next <= last) {
            point(next, Math.max(0, Math.min(rows(passage) - 1, pointedRow - down)));
        }
    }

    @Override
    protected boolean pick() {
        if (pointed != NOWHERE) {
            chosen.accept(pointed);
        }
        return pointed != NOWHERE;
    }

    private void point(int index, int row) {
        ReadPassage shown = passage;
        boolean there = shown != null && isFilled(index) && row >= 0 && row < shown.rows();
        pointed = there ? index : NOWHERE;
        pointedRow = there ? row : 0;
        if (shown != null && there) {
            showTip(words(shown, index, row), x(index), y(shown, row));
        } else {
            showTip("", 0, 0);
        }
        redraw();
    }

    private static String words(ReadPassage shown, int index, int row) {
        return String.format(
                Locale.ROOT,
                "“%s”, %s: strength %.2f. Click for numbers.",
                Symbols.visible(shown.text()[index]),
                LayerNames.of(row, shown.directions().count()),
                shown.strength(index, row));
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
        boolean stressed = index == pointed && row == pointedRow;
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
