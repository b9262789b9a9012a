package unroll.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines over evenly spaced values. They differ in marker and dashes too, so that they can be told apart in gray. */
record Chart(String title, String horizontal, String vertical, List<Line> lines) {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;
    private static final Marker[] MARKERS = {SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND};
    private static final BasicStroke[] DASHES = {dashes(2, 5), dashes(10, 5), dashes(1, 0)};
    private static final Color[] COLORS = {new Color(0xB35900), new Color(0x2A6FB0), new Color(0x1A1A1A)};

    /** A line with its name in the legend; both lists have the same length. */
    record Line(String name, List<Integer> x, List<Double> y) {}

    /** Writes the chart as a PNG. */
    void save(Path file) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(horizontal)
                .yAxisTitle(vertical)
                .build();
        style(chart.getStyler());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            CategorySeries series = chart.addSeries(line.name(), line.x(), line.y());
            series.setMarker(MARKERS[i % MARKERS.length]);
            series.setLineStyle(DASHES[i % DASHES.length]);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        BitmapEncoder.saveBitmap(chart, png, BitmapFormat.PNG);
        Suite.write(file, png.toByteArray());
    }

    private static BasicStroke dashes(float on, float off) {
        return new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {on, off}, 0);
    }

    private static void style(CategoryStyler styler) {
        styler.setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Line);
        styler.setOverlapped(true);
        styler.setYAxisMin(0.0);
        styler.setSeriesColors(COLORS);
        styler.setMarkerSize(10);
        styler.setLegendPosition(LegendPosition.InsideNW);
        styler.setLegendSeriesLineLength(50);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotGridLinesColor(new Color(0xDDDDDD));
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
    }
}
