package unroll.ui.samples;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import unroll.message.NumericRange;
import unroll.sample.SamplingSettings;
import unroll.ui.control.Field;
import unroll.ui.control.NumberField;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Tips;

/** The finer ways to draw the next symbol. */
public final class SamplingFields extends VBox {
    private static final SamplingSettings DEFAULT = SamplingSettings.DEFAULT;

    private final NumberField topK;
    private final NumberField topP;
    private final NumberField minP;
    private final NumberField penalty;
    private final CheckBox greedy = new CheckBox("Greedy: always the likeliest symbol");
    private final TextField stop = new TextField();
    private final NumberField seed;

    /** @param prefix of the fields' ids, so that a window may have them twice */
    public SamplingFields(String prefix) {
        topK = new NumberField(
                        prefix + "top-k-field", "Top-k (symbols, 0: all)", SamplingSettings.TOP_KS, DEFAULT.topK())
                .tip("Only the k likeliest symbols may be drawn. Small values stay safe, 0 lets all take part.");
        topP = new NumberField(prefix + "top-p-field", "Top-p (share)", SamplingSettings.TOP_PS, DEFAULT.topP())
                .tip(
                        "Only the likeliest symbols that together reach this probability may be drawn. 1 lets all take part.");
        minP = new NumberField(prefix + "min-p-field", "Min-p (share)", SamplingSettings.MIN_PS, DEFAULT.minP())
                .tip(
                        "Drops symbols less likely than this share of the likeliest one. 0 drops none, 0.1 drops the unlikely.");
        penalty = new NumberField(
                        prefix + "repetition-field",
                        "Repetition penalty",
                        SamplingSettings.REPETITION_PENALTIES,
                        DEFAULT.repetitionPenalty())
                .tip(
                        "Makes symbols less likely that were written a moment ago. 1 is none; much more spoils the spelling.");
        seed = new NumberField(
                        prefix + "sample-seed-field",
                        "Seed (0: new each time)",
                        NumericRange.whole(0, Integer.MAX_VALUE),
                        0)
                .tip("Where the draws come from. The same seed writes the same text again.");
        arrange(prefix);
    }

    private void arrange(String prefix) {
        greedy.setId(prefix + "greedy-toggle");
        greedy.setWrapText(true);
        Tips.on(greedy, "Takes the likeliest symbol instead of drawing one. The text soon runs in circles.");
        stop.setId(prefix + "stop-field");
        Tips.on(stop, "Writing ends after these characters were written. Leave it empty to write the full length.");
        getStyleClass().add("fields");
        getChildren()
                .addAll(
                        RowLayouts.equal(topK, topP),
                        RowLayouts.equal(minP, penalty),
                        RowLayouts.equal(new Field("Stop at (text)", stop), seed),
                        greedy);
    }

    void onChange(Runnable changed) {
        greedy.selectedProperty().subscribe(changed);
        for (NumberField field : List.of(topK, topP, minP, penalty)) {
            field.onChange(changed);
        }
    }

    void startOver() {
        topK.show(DEFAULT.topK());
        topP.show(DEFAULT.topP());
        minP.show(DEFAULT.minP());
        penalty.show(DEFAULT.repetitionPenalty());
        seed.show(0);
        greedy.setSelected(false);
        stop.clear();
    }

    public SamplingSettings at(double temperature) {
        return new SamplingSettings(
                temperature, topK.whole(), topP.value(), minP.value(), penalty.value(), greedy.isSelected());
    }

    public String stop() {
        return stop.getText();
    }

    /** 0 where every text should be new. */
    public long seed() {
        return seed.whole();
    }
}
