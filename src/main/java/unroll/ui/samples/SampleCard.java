package unroll.ui.samples;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.train.TrainingEvent.Sampled;
import unroll.ui.control.Buttons;
import unroll.ui.control.ClipboardText;
import unroll.ui.control.Labels;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Tips;

/** One live sample: when it was written, and what. */
final class SampleCard extends VBox {
    private static final double MAX_EM = 60;

    private final SampleKind kind;
    private final Label when = Labels.wrapped("");
    private final ReadOnlyText text = new ReadOnlyText(MAX_EM);
    private final Button copy;

    SampleCard(SampleKind kind) {
        this.kind = kind;
        when.getStyleClass().add("sample-label");
        copy = Buttons.quiet(
                "copy-sample", Feather.COPY, "Copy this " + kind.one(), () -> ClipboardText.copy(text.getText()));
        Tips.on(copy, "Copies this %s. Its text can also be selected with the mouse.".formatted(kind.one()));
        getStyleClass().add("sample-card");
        getChildren().addAll(RowLayouts.of(when, RowLayouts.gap(), copy), text);
    }

    void show(Sampled sample) {
        String label = label(sample);
        copy.setId("copy-sample-" + sample.step());
        when.setText(label);
        text.show(SampleKind.laidOut(sample), sample.realWords().places());
        text.setAccessibleText("%s, %s".formatted(kind.title(), label));
    }

    /** How much of a height shows whole lines alone; 0 where there is no room for a line of the text. */
    double wholeLines(double height) {
        double lines = text.wholeLines(height - text.getLayoutY());
        return lines > 0 ? text.getLayoutY() + lines : 0;
    }

    /** Label and text as one. */
    String asText() {
        return when.getText().replace('\u00a0', ' ') + "\n" + text.getText();
    }

    /** Spaces that do not break keep each figure with its word where the label takes two lines. */
    static String label(Sampled sample) {
        String label = String.format(Locale.ROOT, "step\u00a0%,d · loss\u00a0%.2f", sample.step(), sample.loss());
        double share = sample.realWords().share();
        return Double.isNaN(share)
                ? label
                : label + String.format(Locale.ROOT, " · %.0f\u00a0%%\u00a0real\u00a0words", 100 * share);
    }
}
