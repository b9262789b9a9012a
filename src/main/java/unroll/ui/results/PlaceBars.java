package unroll.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import unroll.plot.Axis;
import unroll.plot.Ink;
import unroll.plot.Plot;
import unroll.plot.PlotLayout;
import unroll.plot.PlotPainter;
import unroll.task.score.Ratio;
import unroll.ui.control.PointableParts;

/** A bar for each place, as high as the share that is right there; none where nothing was asked. */
final class PlaceBars extends PointableParts<Integer> {
    private static final double HEIGHT_EM = 11;
    private static final double PERCENT = 100;

    private final String place;
    private List<Ratio> shares = List.of();
    private @Nullable PlotLayout layout;

    /** @param place what a place is called */
    PlaceBars(String place) {
        super("place-bars");
        this.place = place;
        setHeightEm(HEIGHT_EM);
    }

    void show(List<Ratio> byPlace) {
        shares = byPlace;
        refresh();
    }

    @Override
    protected @Nullable Integer partAt(double x, double y) {
        PlotLayout shown = layout;
        return shown != null && x >= shown.left() && x <= shown.right() ? (int) Math.round(shown.valueAt(x)) - 1 : null;
    }

    @Override
    protected @Nullable Integer next(@Nullable Integer from, int across, int down) {
        return shares.isEmpty() ? null : Math.floorMod(from == null ? 0 : from + across, shares.size());
    }

    @Override
    protected boolean isThere(Integer index) {
        return index >= 0 && index < shares.size();
    }

    @Override
    protected Point2D middle(Integer index) {
        PlotLayout shown = layout;
        return shown == null ? Point2D.ZERO : new Point2D(shown.px(index + 1), shown.top());
    }

    @Override
    protected String words(Integer index) {
        Ratio share = shares.get(index);
        return share.asked() == 0
                ? String.format(Locale.ROOT, "%s %d: never asked", place, index + 1)
                : String.format(Locale.ROOT, "%s %d: %s%n%s right", place, index + 1, share.percent(), share.counts());
    }

    @Override
    protected void draw(GraphicsContext g) {
        layout = PlotPainter.paint(plot(), surface(g));
    }

    /** The bar that is pointed at is drawn twice, and so darker. */
    private Plot plot() {
        List<Plot.Mark> marks = new ArrayList<>();
        marks.add(bars(IntStream.range(0, shares.size())));
        marks.add(bars(IntStream.range(0, shares.size()).filter(index -> Objects.equals(index, pointed()))));
        return new Plot(
                new Plot.Titles(place, "% right"),
                new Axis(Axis.AxisScale.WHOLE, 0.5, Math.max(1, shares.size()) + 0.5),
                new Axis(Axis.AxisScale.LINEAR, 0, PERCENT),
                marks);
    }

    private Plot.Bars bars(IntStream indices) {
        int[] asked = indices.filter(index -> shares.get(index).asked() > 0).toArray();
        DoubleStream percents = IntStream.of(asked)
                .mapToDouble(index -> PERCENT * shares.get(index).value());
        return new Plot.Bars(
                "",
                Ink.BLUE,
                IntStream.of(asked).mapToDouble(index -> index + 1).toArray(),
                percents.toArray());
    }
}
