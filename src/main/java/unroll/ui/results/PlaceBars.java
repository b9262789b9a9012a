package unroll.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import unroll.plot.Axis;
import unroll.plot.Ink;
import unroll.plot.Plot;
import unroll.plot.PlotLayout;
import unroll.plot.PlotPainter;
import unroll.task.score.Ratio;
import unroll.ui.control.PointableCanvas;

/** A bar for each place, as high as the share that is right there; none where nothing was asked. */
final class PlaceBars extends PointableCanvas {
    private static final int NOWHERE = -1;
    private static final double HEIGHT_EM = 11;
    private static final double PERCENT = 100;

    private final String place;
    private List<Ratio> shares = List.of();
    private int pointed = NOWHERE;
    private @Nullable PlotLayout layout;

    /** @param place what a place is called */
    PlaceBars(String place) {
        super("place-bars");
        this.place = place;
        setHeightEm(HEIGHT_EM);
    }

    void show(List<Ratio> byPlace) {
        shares = byPlace;
        pointed = Math.min(pointed, shares.size() - 1);
        redraw();
    }

    @Override
    protected void pointAt(double x, double y) {
        PlotLayout shown = layout;
        if (shown != null) {
            int number = (int) Math.round(shown.valueAt(x));
            boolean inside = x >= shown.left() && x <= shown.right() && number <= shares.size();
            point(inside ? number - 1 : NOWHERE);
        }
    }

    @Override
    protected void pointNowhere() {
        point(NOWHERE);
    }

    @Override
    protected void move(int across, int down) {
        if (!shares.isEmpty()) {
            point(Math.floorMod(pointed == NOWHERE ? 0 : pointed + across, shares.size()));
        }
    }

    private void point(int index) {
        if (index == pointed) {
            return;
        }
        pointed = index;
        redraw();
        PlotLayout shown = layout;
        if (index == NOWHERE || shown == null) {
            showTip("", 0, 0);
        } else {
            showTip(words(index), shown.px(index + 1), shown.top());
        }
    }

    private String words(int index) {
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
        marks.add(bars(IntStream.range(0, shares.size()).filter(index -> index == pointed)));
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
