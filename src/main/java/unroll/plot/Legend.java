package unroll.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.plot.Surface.Align;

/** The title of the vertical axis and what the marks of a chart mean, in rows above the plot. */
final class Legend {
    private static final double SAMPLE_EM = PlotPainter.SAMPLE_EM;
    private static final double GAP_EM = 0.5;
    private static final double BETWEEN_EM = 1.3;

    private final Surface surface;
    private final List<Entry> entries = new ArrayList<>();
    private final int rows;

    private record Entry(String name, Plot.@Nullable Series series, double x, int row) {}

    Legend(Plot plot, Surface surface) {
        this.surface = surface;
        double em = surface.em();
        double x = GAP_EM * em;
        int row = 0;
        List<Plot.Series> series = plot.marks(Plot.Series.class).stream()
                .filter(each -> !each.name().isEmpty() && each.x().length > 0)
                .filter(each -> fits(sampleWidth() + surface.textWidth(each.name())))
                .toList();
        if (!plot.titles().y().isEmpty() && fits(surface.textWidth(plot.titles().y()))) {
            entries.add(new Entry(plot.titles().y(), null, x, row));
            x += surface.textWidth(plot.titles().y()) + BETWEEN_EM * em;
        }
        for (Plot.Series each : series) {
            double width = sampleWidth() + surface.textWidth(each.name());
            if (x + width > surface.width() && x > GAP_EM * em) {
                x = GAP_EM * em;
                row++;
            }
            entries.add(new Entry(each.name(), each, x, row));
            x += width + BETWEEN_EM * em;
        }
        rows = entries.isEmpty() ? 0 : row + 1;
    }

    private double sampleWidth() {
        return (SAMPLE_EM + GAP_EM) * surface.em();
    }

    /** What is wider than the surface is left out. */
    private boolean fits(double width) {
        return width + GAP_EM * surface.em() <= surface.width();
    }

    /** In pixels. */
    double height() {
        return rows * Surface.LINE * surface.em();
    }

    void draw() {
        double em = surface.em();
        for (Entry entry : entries) {
            double y = (entry.row() + 0.5) * Surface.LINE * em;
            double textX = entry.x();
            if (entry.series() != null) {
                PlotPainter.sample(entry.series(), surface, entry.x(), y);
                textX += sampleWidth();
            }
            surface.text(entry.name(), textX, y, Align.LEFT);
        }
    }
}
