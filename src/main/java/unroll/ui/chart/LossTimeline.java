package unroll.ui.chart;

import java.util.function.LongConsumer;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import unroll.plot.Axis;
import unroll.session.plot.CurvePlots;
import unroll.session.plot.XAxis;
import unroll.session.run.Curves;

/** The loss of a run over its steps, with a mark at one of them; pressing or dragging asks for another. */
public final class LossTimeline extends StackPane {
    private static final CurvePlots.Options OPTIONS = new CurvePlots.Options(XAxis.STEP, Axis.AxisScale.LINEAR);

    private final ChartView chart;
    private Curves.View curves;

    /**
     * @param empty what stands there before there is anything to draw
     * @param chosen gets the step that is asked for
     */
    public LossTimeline(String empty, Curves.View curves, LongConsumer chosen) {
        this.curves = curves;
        chart = new ChartView("loss-timeline", empty, x -> Readings.loss(this.curves, XAxis.STEP, x));
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> choose(event, chosen));
        chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> choose(event, chosen));
        getStyleClass().add("loss-timeline");
        getChildren().add(chart);
    }

    private void choose(MouseEvent event, LongConsumer chosen) {
        double step = chart.valueAt(event.getX());
        if (!Double.isNaN(step)) {
            chosen.accept(Math.round(step));
        }
    }

    /** @param symbols that the network chooses among */
    public void show(Curves.View now, int symbols) {
        curves = now;
        chart.show(CurvePlots.loss(now, OPTIONS, symbols));
    }

    /** @param step NaN for none */
    public void mark(double step) {
        chart.mark(step);
    }
}
