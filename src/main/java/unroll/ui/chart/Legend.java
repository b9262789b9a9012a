package unroll.ui.chart;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import unroll.ui.chart.Drawing.Ink;

/** What the marks of a chart mean. */
final class Legend extends FlowPane {
    private static final double LENGTH = 16;
    private static final double FAINT = 0.35;

    private final ObservableValue<Palette> palette;

    private Legend(ObservableValue<Palette> palette) {
        this.palette = palette;
        getStyleClass().add("chart-legend");
    }

    static Legend loss(ObservableValue<Palette> palette) {
        Legend legend = new Legend(palette);
        legend.add("measured, lowest to highest", new Rectangle(LENGTH, 8), Ink.LOSS, FAINT);
        legend.add("smoothed", new Rectangle(LENGTH, 3), Ink.LOSS, 1);
        legend.add("validation", new Polygon(0, 5, 5, 0, 10, 5, 5, 10), Ink.VALIDATION, 1);
        return legend;
    }

    static Legend gradient(ObservableValue<Palette> palette) {
        Legend legend = new Legend(palette);
        legend.add("measured, lowest to highest", new Rectangle(LENGTH, 8), Ink.GRADIENT, FAINT);
        legend.add("smoothed", new Rectangle(LENGTH, 3), Ink.GRADIENT, 1);
        return legend;
    }

    private void add(String words, Shape mark, Ink ink, double opacity) {
        ObservableValue<Color> colour = palette.map(colours -> colours.of(ink));
        colour.subscribe(mark::setFill);
        mark.setOpacity(opacity);
        Label entry = new Label(words, mark);
        entry.setContentDisplay(ContentDisplay.LEFT);
        getChildren().add(entry);
    }
}
