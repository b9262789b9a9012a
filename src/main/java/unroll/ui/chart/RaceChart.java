package unroll.ui.chart;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.ui.control.Card;

/** The losses of a few networks over each other, with what the lines and marks mean. */
public final class RaceChart extends Card {
    private static final String HINT =
            "Press Start, and the losses of all networks appear here: lines for training, marks for validation.";

    private final AxisChoice foot = new AxisChoice(
            "race-axis-choice",
            "What the chart counts along its foot. Steps compare at equal updates, minutes at equal time: each network's own,"
                    + " without that of the others.");
    private final ObservableValue<Palette> palette;
    private final FlowPane legend = new FlowPane();
    private final ChartView chart;
    private List<RacingCurve> racers = List.of();
    private double guessing;

    public RaceChart(ObservableValue<Palette> palette) {
        super("Losses (nats per character)");
        this.palette = palette;
        chart = new ChartView("race-chart", HINT, x -> RacePlot.reading(racers, foot.getValue(), x));
        foot.valueProperty().subscribe(axis -> draw());
        addToHeader(foot);
        palette.subscribe(chart::palette);
        legend.getStyleClass().add("chart-legend");
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(legend, chart);
    }

    /**
     * Draws them at once.
     *
     * @param guessing ln V, nats per character
     */
    public void show(List<RacingCurve> now, double guessing) {
        List<String> names = now.stream().map(RacingCurve::name).toList();
        if (!names.equals(racers.stream().map(RacingCurve::name).toList())) {
            legend.getChildren()
                    .setAll(IntStream.range(0, names.size())
                            .mapToObj(place -> new RaceKey(names.get(place), place, palette))
                            .toList());
        }
        racers = now;
        this.guessing = guessing;
        draw();
    }

    private void draw() {
        chart.show(RacePlot.of(racers, foot.getValue(), guessing));
    }
}
