package unroll.ui.chart;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import unroll.plot.PlotPainter;
import unroll.plot.Surface;
import unroll.session.plot.XAxis;
import unroll.session.run.Curves;
import unroll.ui.control.CanvasPane;

/** The name of a network with its line and marker in the chart of a race. */
public final class RaceKey extends Label {
    private static final Curves.View NO_CURVES = new Curves().view();

    /** @param place in the line-up, from 0 to 3 */
    public RaceKey(String name, int place) {
        super(name);
        getStyleClass().add("race-key");
        setGraphic(new Sample(new RacingCurve(name, NO_CURVES), place));
    }

    private static final class Sample extends CanvasPane {
        private final RacingCurve curve;
        private final int place;

        Sample(RacingCurve curve, int place) {
            this.curve = curve;
            this.place = place;
        }

        @Override
        protected double computePrefWidth(double height) {
            return PlotPainter.SAMPLE_EM * em();
        }

        @Override
        protected double computePrefHeight(double width) {
            return Surface.LINE * em();
        }

        @Override
        protected void draw(GraphicsContext g) {
            Surface surface = surface(g);
            List.of(curve.training(place, XAxis.STEP), curve.validation(place, XAxis.STEP))
                    .forEach(series -> PlotPainter.sample(series, surface, 0, getHeight() / 2));
        }
    }
}
