package unroll.ui.samples;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import unroll.sample.SamplingSettings;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Tips;

/** How boldly symbols are drawn. */
public final class TemperatureSlider extends VBox {
    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 2;

    private final Slider slider =
            Nodes.named("temperature-slider", new Slider(LOWEST, HIGHEST, SamplingSettings.DEFAULT.temperature()));

    public TemperatureSlider() {
        Label heading = Nodes.styled(Labels.of("Te_mperature", slider), "field-label");
        Label number = Nodes.styled(Nodes.named("temperature-value", new Label()), "fact-value");
        slider.setBlockIncrement(0.05);
        slider.setAccessibleText("Temperature");
        Tips.on(
                slider,
                "How boldly symbols are sampled: low is careful and repeats itself, high is wild and misspells. It also"
                        + " moves the live samples while training.");
        slider.valueProperty().subscribe(value -> number.setText(String.format(Locale.ROOT, "%.2f", value())));
        getStyleClass().add("field");
        getChildren().addAll(new HBox(heading, RowLayouts.gap(), number), slider);
    }

    public void onChange(Runnable changed) {
        slider.valueProperty().subscribe(changed);
    }

    void startOver() {
        slider.setValue(SamplingSettings.DEFAULT.temperature());
    }

    /** Rounded to hundredths, as it is shown. */
    public double value() {
        return Math.round(slider.getValue() * 100) / 100.0;
    }
}
