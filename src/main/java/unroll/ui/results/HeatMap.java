package unroll.ui.results;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import unroll.plot.Ink;
import unroll.plot.Palette;
import unroll.plot.Surface;
import unroll.plot.Surface.Pen;
import unroll.ui.control.CanvasSurface;
import unroll.ui.control.PointableCanvas;

/** A table as shades, as wide as its place allows; its cells say what they hold when they are pointed at. */
final class HeatMap extends PointableCanvas {
    private static final double MAX_CELL_EM = 2.6;
    private static final double GAP_EM = 0.4;
    private static final double BETWEEN_EM = 0.2;
    /** Letters beside a row are at most so large, and as the row is high. */
    private static final double LETTERS_EM = 0.92;
    /** Above a column as many letters stand upright; longer names are turned. */
    private static final int UPRIGHT = 2;

    private static final int MAX_NAME_LENGTH = 14;

    private final double minCellEm;
    private Table table = new Table(List.of(), List.of(), (row, column) -> HeatCell.EMPTY);
    /** Of names, measured once for each size of the letters. */
    private final Map<String, Double> widths = new HashMap<>();

    private double measuredEm;
    private @Nullable Position pointed;
    private @Nullable Position picked;
    private Consumer<@Nullable Position> pointing = place -> {};
    private Consumer<Position> picking = place -> {};

    /** @param minCellEm height of a cell at least, in widths of the letter em */
    HeatMap(String id, double minCellEm) {
        super(id);
        this.minCellEm = minCellEm;
        setOnMouseClicked(event -> {
            pointAt(event.getX(), event.getY());
            pick();
        });
    }

    /** A row and a column, from 0. */
    record Position(int row, int column) {}

    /**
     * What a cell shows.
     *
     * @param shade 0 for paper to 1 for the ink
     * @param number written into it where there is room; may be empty
     * @param words what it says
     */
    record HeatCell(Ink ink, double shade, String number, String words) {
        static final HeatCell EMPTY = new HeatCell(Ink.BLUE, 0, "", "");
    }

    /** Gives the cells. */
    interface CellSource {
        HeatCell at(int row, int column);
    }

    /** What to draw. */
    record Table(List<String> rows, List<String> columns, CellSource cells) {}

    /** Of rows that are too many those that occur most often, in their order. */
    static List<Integer> mostFrequent(int rows, int most, IntToLongFunction count) {
        return IntStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparingLong(row -> -count.applyAsLong(row)))
                .limit(most)
                .sorted()
                .toList();
    }

    void show(Table shown) {
        boolean sameShape = shown.rows().equals(table.rows()) && shown.columns().equals(table.columns());
        table = shown;
        if (!sameShape) {
            pointed = null;
            picked = null;
            requestLayout();
        }
        redraw();
    }

    /** Told which place is pointed at, or null. */
    void onPoint(Consumer<@Nullable Position> listener) {
        pointing = listener;
    }

    /** Told which place is clicked. */
    void onPick(Consumer<Position> listener) {
        picking = listener;
    }

    /** Frames this place, which another map has pointed at. */
    void frame(@Nullable Position place) {
        pointed = place;
        redraw();
    }

    // --- sizes ---

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.ceil(left() + table.columns().size() * minCellEm * em()) + 1;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(left() + table.columns().size() * MAX_CELL_EM * em()) + 1;
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? computePrefWidth(-1) : width;
        return Math.ceil(top() + table.rows().size() * cell(wide)) + 1;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private double cell(double width) {
        double share = (width - left() - 1) / Math.max(1, table.columns().size());
        return Math.max(1, Math.floor(Math.max(minCellEm * em(), Math.min(MAX_CELL_EM * em(), share))));
    }

    private double left() {
        return widest(table.rows()) + 2 * GAP_EM * em();
    }

    private double top() {
        return (turned() ? widest(table.columns()) : LETTERS_EM * 1.3 * em()) + 2 * GAP_EM * em();
    }

    private boolean turned() {
        return table.columns().stream().anyMatch(name -> name.codePointCount(0, name.length()) > UPRIGHT);
    }

    /** Of these names, in letters of the usual size. */
    private double widest(List<String> names) {
        if (em() != measuredEm) {
            widths.clear();
            measuredEm = em();
        }
        return names.stream()
                .mapToDouble(name -> widths.computeIfAbsent(name, this::width))
                .max()
                .orElse(0);
    }

    private double width(String name) {
        Text ruler = new Text(shortened(name));
        ruler.setFont(letters(LETTERS_EM * em()));
        return ruler.getLayoutBounds().getWidth();
    }

    private static String shortened(String name) {
        return name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH - 1) + "…";
    }

    private Font letters(double size) {
        return Font.font(font().getFamily(), size);
    }

    // --- pointing ---

    @Override
    protected void pointAt(double x, double y) {
        double cell = cell(getWidth());
        int row = (int) Math.floor((y - top()) / cell);
        int column = (int) Math.floor((x - left()) / cell);
        boolean inside = row >= 0
                && row < table.rows().size()
                && column >= 0
                && column < table.columns().size();
        point(inside ? new Position(row, column) : null);
    }

    @Override
    protected void pointNowhere() {
        point(null);
    }

    @Override
    protected void move(int across, int down) {
        if (table.rows().isEmpty()) {
            return;
        }
        Position from = pointed == null ? picked : pointed;
        point(
                from == null
                        ? new Position(0, 0)
                        : new Position(
                                Math.floorMod(from.row + down, table.rows().size()),
                                Math.floorMod(
                                        from.column + across, table.columns().size())));
    }

    @Override
    protected boolean pick() {
        Position place = pointed;
        if (place != null) {
            picked = place;
            redraw();
            picking.accept(place);
        }
        return place != null;
    }

    private void point(@Nullable Position place) {
        if (place != null && place.equals(pointed)) {
            return;
        }
        frame(place);
        pointing.accept(place);
        if (place == null) {
            showTip("", 0, 0);
        } else {
            Point2D middle = middle(place);
            showTip(table.cells().at(place.row, place.column).words(), middle.getX(), middle.getY());
        }
    }

    /** Where a cell is drawn. */
    Point2D middle(Position place) {
        double cell = cell(getWidth());
        return new Point2D(left() + (place.column + 0.5) * cell, top() + (place.row + 0.5) * cell);
    }

    // --- drawing ---

    @Override
    protected void draw(GraphicsContext g) {
        Surface surface = surface(g);
        double cell = cell(getWidth());
        double gap = cell > em() ? 1 : 0;
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFont(letters(Math.min(LETTERS_EM * em(), 0.8 * cell)));
        boolean numbers = cell >= numberWidth(g.getFont()) + 0.2 * em();
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                HeatCell shown = table.cells().at(row, column);
                double x = Math.round(left()) + column * cell;
                double y = Math.round(top()) + row * cell;
                int ground = palette().shade(shown.ink, shown.shade);
                surface.fill(x, y, x + cell - gap, y + cell - gap, ground);
                if (numbers && !shown.number.isEmpty()) {
                    g.setFill(CanvasSurface.color(Palette.inkOn(ground)));
                    g.fillText(shown.number, x + (cell - gap) / 2, y + (cell - gap) / 2);
                }
            }
        }
        names(g, cell);
        double left = Math.round(left());
        double top = Math.round(top());
        double right = left + table.columns().size() * cell;
        double bottom = top + table.rows().size() * cell;
        surface.frame(left - 0.5, top - 0.5, right + 0.5, bottom + 0.5, Pen.thin(Ink.GRID));
        outline(surface, cell, picked);
        outline(surface, cell, pointed);
    }

    private double numberWidth(Font font) {
        Text ruler = new Text();
        ruler.setFont(font);
        int longest = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                longest = Math.max(longest, table.cells().at(row, column).number.length());
            }
        }
        ruler.setText("0".repeat(longest));
        return ruler.getLayoutBounds().getWidth();
    }

    private void names(GraphicsContext g, double cell) {
        g.setFont(letters(Math.min(LETTERS_EM * em(), cell)));
        g.setTextAlign(TextAlignment.RIGHT);
        for (int row = 0; row < table.rows().size(); row++) {
            g.setFill(color(pointed != null && pointed.row == row ? Ink.BLUE : Ink.TEXT));
            g.fillText(shortened(table.rows().get(row)), left() - GAP_EM * em(), top() + (row + 0.5) * cell);
        }
        if (!turned()) {
            // Names that stand beside each other must not touch.
            double fitting = (cell - BETWEEN_EM * em()) / Math.max(1, widest(table.columns()));
            g.setFont(letters(LETTERS_EM * em() * Math.min(1, fitting)));
        }
        for (int column = 0; column < table.columns().size(); column++) {
            g.setFill(color(pointed != null && pointed.column == column ? Ink.BLUE : Ink.TEXT));
            g.save();
            g.translate(left() + (column + 0.5) * cell, top() - GAP_EM * em());
            if (turned()) {
                g.rotate(-90);
                g.setTextAlign(TextAlignment.LEFT);
            } else {
                g.setTextAlign(TextAlignment.CENTER);
                g.setTextBaseline(VPos.BOTTOM);
            }
            g.fillText(shortened(table.columns().get(column)), 0, 0);
            g.restore();
        }
    }

    private void outline(Surface surface, double cell, @Nullable Position place) {
        if (place != null) {
            double x = Math.round(left()) + place.column * cell;
            double y = Math.round(top()) + place.row * cell;
            surface.frame(x, y, x + cell - 1, y + cell - 1, Pen.solid(Ink.TEXT, 1 / 7.0));
        }
    }
}
