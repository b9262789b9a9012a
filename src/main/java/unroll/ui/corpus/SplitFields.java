package unroll.ui.corpus;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import unroll.corpus.Split;
import unroll.message.NumericRange;
import unroll.message.Reason;
import unroll.session.state.Status;
import unroll.settings.Settings;
import unroll.ui.control.Labels;
import unroll.ui.control.NumberField;
import unroll.ui.control.RowLayouts;
import unroll.ui.model.WindowModel;

/** How the text is divided: training first, validation next, and what is left is the test part. */
final class SplitFields extends VBox {
    private final WindowModel window;
    private final NumberField train = new NumberField(
                    "split-train-field",
                    "Training (%)",
                    NumericRange.real("a share from 1 to 100 percent", 1, 100),
                    100 * Split.DEFAULT.train())
            .tip("The beginning of the text, from which the network learns. A larger share teaches more and leaves less"
                    + " to check with.");
    private final NumberField validation = new NumberField(
                    "split-validation-field",
                    "Validation (%)",
                    NumericRange.real("a share from 0 to 99 percent", 0, 99),
                    100 * Split.DEFAULT.validation())
            .tip("The part the loss is checked on while training. Without one you cannot see whether the network"
                    + " memorizes the text.");
    private final Label test = Labels.hint("");

    SplitFields(WindowModel window) {
        this.window = window;
        test.setId("split-test");
        train.onChange(this::apply);
        validation.onChange(this::apply);
        getStyleClass().add("fields");
        getChildren().addAll(RowLayouts.equal(train, validation), test);
        window.statusProperty().subscribe(this::show);
    }

    private void apply() {
        double testShare = 100 - train.value() - validation.value();
        if (testShare < -1e-9) {
            throw Reason.SHARES_ABOVE_100.exception(NumericRange.text(train.value() + validation.value()));
        }
        Settings now = window.status().settings();
        Split split = new Split(train.value() / 100, validation.value() / 100, Math.max(0, testShare) / 100);
        window.apply(now.withSplit(split));
    }

    private void show(Status status) {
        Split split = status.settings().split();
        setDisable(window.hasTrainedModel());
        train.show(percent(split.train()));
        validation.show(percent(split.validation()));
        test.setText("The last %s %% are the test part; it is used only when you ask."
                .formatted(NumericRange.text(percent(split.test()))));
    }

    private static double percent(double share) {
        return Math.round(share * 1e6) / 1e4;
    }
}
