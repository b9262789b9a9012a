package unroll.ui.chart;

import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import unroll.ui.chart.Drawing.Stroke;

/** The name of a network with its line and mark in the chart of a race. */
public final class RaceKey extends Label {
    /** Text size at which line and mark have the size they are made with. */
    private static final double DESIGN_PIXELS = 13;

    private static final double LENGTH = 30;
    private static final double HALF = 4;

    /**
     * @param place in the line-up, from 0
     */
    public RaceKey(String name, int place, ObservableValue<Palette> palette) {
        super(name);
        RacingCurve.Style style = RacingCurve.Style.of(place);
        Line line = new Line(0, HALF, LENGTH, HALF);
        line.setStrokeWidth(DESIGN_PIXELS / 6);
        line.setStrokeLineCap(StrokeLineCap.BUTT);
        for (double length : DashPatterns.of(style.training(), DESIGN_PIXELS)) {
            line.getStrokeDashArray().add(length);
        }
        Shape mark = mark(style.validation());
        mark.setTranslateX(LENGTH / 2);
        mark.setTranslateY(HALF);
        palette.subscribe(colors -> {
            line.setStroke(colors.of(style.ink()));
            mark.setStroke(colors.of(style.ink()));
            mark.setFill(style.validation() == Stroke.SQUARES ? colors.paper() : colors.of(style.ink()));
        });
        Group key = new Group(line, mark);
        setGraphic(new Group(key));
        fontProperty().subscribe(font -> {
            key.setScaleX(font.getSize() / DESIGN_PIXELS);
            key.setScaleY(font.getSize() / DESIGN_PIXELS);
        });
        getStyleClass().add("race-key");
    }

    /** Around its middle. */
    private static Shape mark(Stroke shape) {
        return switch (shape) {
            case SQUARES -> new Rectangle(-HALF, -HALF, 2 * HALF, 2 * HALF);
            case CIRCLES -> new Circle(HALF);
            case TRIANGLES -> new Polygon(-HALF, HALF, 0, -HALF, HALF, HALF);
            default -> new Polygon(-HALF, 0, 0, -HALF, HALF, 0, 0, HALF);
        };
    }
}
