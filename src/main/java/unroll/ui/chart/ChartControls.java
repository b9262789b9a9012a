package unroll.ui.chart;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import unroll.plot.Axis;
import unroll.session.Preferences;
import unroll.session.plot.CurvePlots;
import unroll.session.plot.XAxis;
import unroll.train.ExponentialAverage;
import unroll.ui.control.Choice;
import unroll.ui.control.Labels;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Tips;

/** How the charts are to be drawn: the x axis, the scale, the smoothing. */
final class ChartControls extends FlowPane {
    private static final String SMOOTHING = "smoothing";
    private static final String NGRAMS = "ngrams";
    private static final double MAX_SMOOTHING = 0.98;
    /** From this width on there is room for labels in one line. */
    private static final double WIDE_EM = 41;

    private final ComboBox<XAxis> axis = axisChoice(
            "axis-choice",
            "What the x axis of the charts counts. Steps compare settings, epochs compare texts, minutes"
                    + " compare speed.");
    private final CheckBox log = new CheckBox("Lo_g scale");
    private final CheckBox ngrams = new CheckBox("_n-grams");
    private final Slider smoothing = new Slider(0, MAX_SMOOTHING, ExponentialAverage.DEFAULT_DECAY);

    ChartControls() {
        log.setId("log-axis-toggle");
        ngrams.setId("ngrams-toggle");
        ngrams.setSelected(true);
        smoothing.setId("smoothing-slider");
        smoothing.setAccessibleText("Smoothing");
        Tips.on(log, "Spaces the loss by factors instead of differences. Slow progress late in a run becomes visible.");
        Tips.on(
                ngrams,
                "Dashed lines at the losses that plain counting reaches on this text: of single characters (unigrams),"
                        + " of pairs (bigrams), up to six. A network below a line has learned more than such counts"
                        + " know.");
        Tips.on(
                smoothing,
                "How much of the past the strong curve remembers. More smoothing shows the trend, less shows"
                        + " every bump. The loss in the toolbar is the end of this curve.");
        Label across = Labels.of("_X axis", axis);
        Label smooth = Labels.of("_Smoothing", smoothing);
        getStyleClass().add("chart-controls");
        getChildren().addAll(RowLayouts.of(across, axis), RowLayouts.of(smooth, smoothing), log, ngrams);
        List.of(across, smooth).forEach(label -> label.managedProperty().bind(label.visibleProperty()));
        widthProperty().subscribe(width -> {
            double em = across.getFont().getSize();
            boolean wide = width.doubleValue() >= WIDE_EM * em;
            across.setVisible(wide);
            smooth.setVisible(wide);
            log.setText(wide ? "Lo_g scale" : "Lo_g");
            smoothing.setPrefWidth((wide ? 7.5 : 4.5) * em);
            setHgap((wide ? 1.2 : 0.6) * em);
        });
    }

    /** Takes smoothing and n-grams as they were the last time, and keeps them. */
    void remember(Preferences memory) {
        smoothing.setValue(memory.get(SMOOTHING, ExponentialAverage.DEFAULT_DECAY));
        smoothing.valueProperty().subscribe(value -> memory.put(SMOOTHING, String.valueOf(value)));
        ngrams.setSelected(Boolean.parseBoolean(memory.get(NGRAMS, "true")));
        ngrams.selectedProperty().subscribe(value -> memory.put(NGRAMS, String.valueOf(value)));
    }

    CurvePlots.Options options() {
        return new CurvePlots.Options(axis.getValue(), log.isSelected() ? Axis.AxisScale.LOG : Axis.AxisScale.LINEAR);
    }

    /** Whether the losses of n-grams are to be drawn. */
    boolean showsNGrams() {
        return ngrams.isSelected();
    }

    XAxis axis() {
        return axis.getValue();
    }

    /** Share of the past in the smoothed curves. */
    DoubleProperty smoothingProperty() {
        return smoothing.valueProperty();
    }

    void onChange(Runnable action) {
        for (ObservableValue<?> each :
                new ObservableValue<?>[] {axis.valueProperty(), log.selectedProperty(), ngrams.selectedProperty()}) {
            each.subscribe(value -> action.run());
        }
    }

    /**
     * A control to choose what the x axis counts.
     *
     * @param tip what the choices are good for
     */
    static ComboBox<XAxis> axisChoice(String id, String tip) {
        ComboBox<XAxis> choice = new ComboBox<>();
        choice.setId(id);
        choice.getItems().setAll(XAxis.values());
        choice.setConverter(Choice.names(XAxis::title));
        choice.setValue(XAxis.STEP);
        choice.setAccessibleText("X axis of the charts");
        return Tips.on(choice, tip);
    }
}
