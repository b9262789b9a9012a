package unroll.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.message.Formats;
import unroll.plot.Axis;
import unroll.plot.Plot;
import unroll.plot.Plot.Curve;
import unroll.plot.Plot.Mark;
import unroll.plot.Plot.Points;
import unroll.plot.Plot.Titles;
import unroll.session.plot.CurvePlots;
import unroll.session.plot.XAxis;
import unroll.session.run.Curves.Point;
import unroll.ui.control.Card;

/** The losses of a few networks over each other: smoothed training losses as lines, validation losses as marks. */
public final class RaceChart extends Card {
    /** What is worse than guessing by this factor has diverged, and leaves the chart at its top. */
    private static final double MAX_LOSS = 1.25;

    private static final String HINT =
            "Press Start, and the losses of all networks appear here: lines for training, marks for validation.";

    private final ComboBox<XAxis> axis = ChartControls.axisChoice(
            "race-axis-choice",
            "What the horizontal axis counts. Steps compare at equal updates, minutes at equal time: each network's own,"
                    + " without that of the others.");
    private final ChartView chart;
    private List<RacingCurve> racers = List.of();
    private int symbols = 2;

    public RaceChart() {
        super("Losses (nats)");
        chart = new ChartView("race-chart", HINT, x -> reading(racers, axis.getValue(), x));
        axis.valueProperty().subscribe(value -> draw());
        addToHeader(axis);
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().add(chart);
    }

    /**
     * Draws them at once.
     *
     * @param symbols V, that the networks choose among
     */
    public void show(List<RacingCurve> now, int symbols) {
        racers = now;
        this.symbols = symbols;
        draw();
    }

    private void draw() {
        chart.show(plot(racers, axis.getValue(), symbols));
    }

    static Optional<Plot> plot(List<RacingCurve> racers, XAxis x, int symbols) {
        List<Mark> marks = new ArrayList<>(List.of(CurvePlots.guessing(symbols)));
        double last = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int place = 0; place < racers.size(); place++) {
            RacingCurve racer = racers.get(place);
            Curve line = racer.training(place, x);
            Points points = racer.validation(place, x);
            marks.add(line);
            marks.add(points);
            last = Math.max(last, CurvePlots.largest(line.x()));
            low = Math.min(low, Math.min(CurvePlots.smallest(line.y()), CurvePlots.smallest(points.y())));
            high = Math.max(high, Math.max(CurvePlots.largest(line.y()), CurvePlots.largest(points.y())));
        }
        if (!(last > 0)) {
            return Optional.empty();
        }
        double guessing = Math.log(symbols);
        double top = Math.max(guessing, Math.min(high, MAX_LOSS * guessing));
        Axis loss = CurvePlots.lossAxis(Axis.AxisScale.LINEAR, Math.min(low, 0.9 * guessing), top);
        return Optional.of(new Plot(new Titles(x.axisTitle(), "nats per character"), x.upTo(last), loss, marks));
    }

    /** What is said about a place on the horizontal axis. */
    static String reading(List<RacingCurve> racers, XAxis axis, double x) {
        StringBuilder words = new StringBuilder();
        for (RacingCurve racer : racers) {
            List<Point> training = racer.curves().trainLoss();
            if (!training.isEmpty()) {
                Point point = Readings.nearest(training, axis, x);
                words.append(words.isEmpty() ? "" : "\n").append(line(racer, axis, point));
            }
        }
        return words.toString();
    }

    private static String line(RacingCurve racer, XAxis axis, Point training) {
        List<Point> validation = racer.curves().validationLoss();
        String words = "%s, step %s: %s"
                .formatted(racer.name(), Formats.count(training.step()), Formats.loss(training.smoothed()));
        return validation.isEmpty()
                ? words
                : "%s · validation %s"
                        .formatted(
                                words,
                                Formats.loss(Readings.nearest(validation, axis, axis.of(training))
                                        .mean()));
    }
}
