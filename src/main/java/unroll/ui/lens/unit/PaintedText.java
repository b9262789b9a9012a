package unroll.ui.lens.unit;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.message.Symbols;
import unroll.ui.control.Labels;
import unroll.ui.lens.ShadedText;
import unroll.ui.lens.Shading;
import unroll.ui.lens.ToneBar;

/** A text painted by a unit, with what its colors mean, or the reason why there is none. */
public final class PaintedText extends VBox {
    private final Label caption = Labels.wrapped("–");
    private final ToneBar legend = new ToneBar(Shading.ShadingScale.DIVERGING);
    private final Label refusal;
    private final ShadedText text;
    private @Nullable Painted painted;

    /** @param name with which the ids of its parts begin */
    public PaintedText(String name) {
        caption.setId(name + "-caption");
        refusal = Labels.refusal(name + "-refusal");
        text = new ShadedText(name + "-text", this::reading);
        getStyleClass().add("fields");
        getChildren().addAll(caption, legend, refusal, text);
    }

    public void show(Painted now) {
        painted = now;
        refusal.setText(now.passage().excerpt().isEmpty() ? "There is nothing to read in this part of the data." : "");
        caption.setText(String.format(
                Locale.ROOT,
                "%s, at step %,d. Bar above a character: strong positive. Bar below: strong negative.",
                UnitNames.capitalized(now.unit(), now.spec().directions()),
                now.step()));
        legend.name(signed(-now.max()), "0", signed(now.max()));
        text.show(now.shading());
    }

    /** @param sentence says why there is nothing to see */
    public void refuse(String sentence) {
        painted = null;
        refusal.setText(sentence);
        caption.setText("–");
        text.show(Shading.NONE);
    }

    private String reading(int index) {
        Painted now = painted;
        if (now == null || index >= now.activations().length || Float.isNaN(now.activations()[index])) {
            return "";
        }
        return String.format(
                        Locale.ROOT,
                        "%s: %s = %+.3f",
                        Symbols.visible(now.passage().excerpt().text()[index]),
                        now.unit().buffer() == 0 ? "a" : "c",
                        now.activations()[index])
                .replace('-', '−');
    }

    private static String signed(float value) {
        return String.format(Locale.ROOT, "%+.2f", value).replace('-', '−');
    }
}
