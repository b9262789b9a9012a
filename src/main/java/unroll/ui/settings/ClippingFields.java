package unroll.ui.settings;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import unroll.message.NumericRange;
import unroll.settings.SettingsSchema;
import unroll.train.Clipping;
import unroll.ui.control.Choice;
import unroll.ui.control.NumberField;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Term;

/** How large gradients are clipped. */
final class ClippingFields extends HBox {
    private final Choice<Clipping.ClippingKind> kind = new Choice<>(
                    "clipping-choice",
                    SettingsSchema.CLIPPING.label(),
                    List.of(Clipping.ClippingKind.values()),
                    ClippingFields::title)
            .tip(SettingsSchema.CLIPPING.help());
    private final NumberField limit = new NumberField(
                    "clip-limit-field", "at (norm)", NumericRange.above0(5), Clipping.DEFAULT.limit())
            .tip("The largest gradient that is let through. Smaller is calmer and slower; the dashed line in the lower"
                    + " chart shows it.");

    /** @param apply gets the value when one of them was changed */
    ClippingFields(Consumer<Clipping> apply) {
        getStyleClass().add("field-group");
        kind.term(Term.CLIPPING);
        kind.onChoice(chosen -> apply.accept(value()));
        limit.onChange(() -> apply.accept(value()));
        kind.show(Clipping.DEFAULT.kind());
        getChildren().add(RowLayouts.equal(kind, limit));
        HBox.setHgrow(getChildren().get(0), javafx.scene.layout.Priority.ALWAYS);
    }

    private Clipping value() {
        return kind.value() == Clipping.ClippingKind.OFF ? Clipping.off() : new Clipping(kind.value(), limit.value());
    }

    void show(Clipping clipping) {
        kind.show(clipping.kind());
        limit.setDisable(clipping.kind() == Clipping.ClippingKind.OFF);
        if (clipping.kind() != Clipping.ClippingKind.OFF) {
            limit.show(clipping.limit());
        }
    }

    private static String title(Clipping.ClippingKind kind) {
        return switch (kind) {
            case NORM -> "By norm";
            case VALUE -> "By value";
            case OFF -> "Off";
        };
    }
}
