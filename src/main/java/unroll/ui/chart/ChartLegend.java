package unroll.ui.chart;

import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import unroll.ui.chart.Drawing.Ink;

/** What the marks of a chart mean. */
final class ChartLegend extends FlowPane {
    /** Text size at which the marks have the size they are made with. */
    private static final double DESIGN_PIXELS = 13;

    private static final double FAINT = 0.35;
    private static final double OUTLINE = 1.8;

    private final ObservableValue<Palette> palette;

    private ChartLegend(ObservableValue<Palette> palette) {
        this.palette = palette;
        getStyleClass().add("chart-legend");
    }

    static ChartLegend loss(ObservableValue<Palette> palette) {
        ChartLegend legend = new ChartLegend(palette);
        legend.addCurve(Ink.LOSS);
        legend.add("validation", diamond(), Ink.VALIDATION);
        return legend;
    }

    static ChartLegend accuracy(ObservableValue<Palette> palette) {
        ChartLegend legend = new ChartLegend(palette);
        legend.add("answers right, one by one", diamond(), Ink.VALIDATION);
        legend.add("examples wholly right", outlined(new Rectangle(10, 10)), Ink.EXACT);
        return legend;
    }

    private static Polygon diamond() {
        return new Polygon(0, 5, 5, 0, 10, 5, 5, 10);
    }

    static ChartLegend gradient(ObservableValue<Palette> palette) {
        ChartLegend legend = new ChartLegend(palette);
        legend.addCurve(Ink.GRADIENT);
        return legend;
    }

    private void addCurve(Ink ink) {
        Rectangle band = new Rectangle(16, 8);
        band.setOpacity(FAINT);
        add("measured, lowest to highest", band, ink);
        add("smoothed", new Rectangle(16, 3), ink);
    }

    /** A shape of which only the outline is to be colored: a hole takes the rest away. */
    private static Shape outlined(Rectangle square) {
        return Shape.subtract(
                square,
                new Rectangle(OUTLINE, OUTLINE, square.getWidth() - 2 * OUTLINE, square.getHeight() - 2 * OUTLINE));
    }

    private void add(String words, Shape mark, Ink ink) {
        ObservableValue<Color> color = palette.map(colors -> colors.of(ink));
        color.subscribe(mark::setFill);
        Label entry = new Label(words, new Group(mark));
        entry.fontProperty().subscribe(font -> {
            mark.setScaleX(font.getSize() / DESIGN_PIXELS);
            mark.setScaleY(font.getSize() / DESIGN_PIXELS);
        });
        getChildren().add(entry);
    }
}
