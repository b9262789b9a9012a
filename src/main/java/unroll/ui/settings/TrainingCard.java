package unroll.ui.settings;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import unroll.session.data.Dataset;
import unroll.session.state.Status;
import unroll.settings.Settings;
import unroll.task.TaskData;
import unroll.train.OptimizerSpec;
import unroll.train.TrainingConfig;
import unroll.ui.control.Card;
import unroll.ui.control.Choice;
import unroll.ui.control.CollapsiblePane;
import unroll.ui.control.NumberField;
import unroll.ui.control.NumericRange;
import unroll.ui.control.RowLayouts;
import unroll.ui.desk.WindowModel;

/** How the network is trained. */
public final class TrainingCard extends Card {
    private static final TrainingConfig DEFAULT = TrainingConfig.DEFAULT;

    private final WindowModel desk;
    private final NumberField rate = new NumberField(
                    "learning-rate-field",
                    "Learning _rate",
                    NumericRange.above0(DEFAULT.learningRate()),
                    DEFAULT.learningRate())
            .tip(
                    "How far each step moves the weights. Too small learns slowly, too large makes the loss jump; it may be"
                            + " changed while training.");
    private final Choice<OptimizerSpec.Kind> optimizer = new Choice<>(
                    "optimizer-choice", "_Optimizer", List.of(OptimizerSpec.Kind.values()), OptimizerSpec.Kind::title)
            .tip(
                    "The rule that turns gradients into steps. Adam is the safe choice; plain SGD needs a rate some hundred"
                            + " times larger.");
    private final NumberField batch = new NumberField(
                    "batch-field", "_Batch (streams)", NumericRange.whole(1, 4096), DEFAULT.batch())
            .tip(
                    "How many places of the text, or examples, are read side by side. More give calmer steps and better use of the"
                            + " processor.");
    private final NumberField window = new NumberField(
                    "window-field", "_Window (characters)", NumericRange.whole(1, 4096), DEFAULT.window())
            .tip(
                    "How many characters the gradient looks back (truncated BPTT). Longer windows learn longer ties and take"
                            + " longer steps.");
    private final Label ownLength = new Label("Examples bring their own length, so there is no window to choose.");
    private final AdvancedTraining advanced = new AdvancedTraining(this::apply);

    public TrainingCard(WindowModel desk) {
        super("Training");
        this.desk = desk;
        setId("training-card");
        rate.onChange(this::apply);
        batch.onChange(this::apply);
        window.onChange(this::apply);
        optimizer.onChoice(chosen -> apply());
        HBox size = RowLayouts.equal(batch, window);
        window.managedProperty().bind(window.visibleProperty());
        ownLength.setId("own-length-hint");
        ownLength.setWrapText(true);
        ownLength.setMinHeight(USE_PREF_SIZE);
        ownLength.getStyleClass().add("hint");
        ownLength.visibleProperty().bind(window.visibleProperty().not());
        ownLength.managedProperty().bind(ownLength.visibleProperty());
        VBox fields = new VBox(RowLayouts.equal(rate, optimizer), size, ownLength);
        fields.getStyleClass().add("fields");
        getChildren().addAll(fields, new CollapsiblePane("training-fold", "Advanced", advanced));
        desk.statusProperty().subscribe(this::show);
    }

    private void apply() {
        Settings now = desk.status().settings();
        TrainingConfig old = now.training();
        OptimizerSpec rule =
                optimizer.value() == old.optimizer().kind() ? old.optimizer() : OptimizerSpec.of(optimizer.value());
        TrainingConfig training = new TrainingConfig(
                batch.whole(),
                window.whole(),
                rule,
                rate.value(),
                advanced.schedule(),
                advanced.clipping(),
                advanced.seed(),
                advanced.threads(),
                advanced.maxSteps(),
                advanced.validateEvery(),
                advanced.sampleEvery(),
                advanced.patience());
        desk.apply(now.withTraining(training));
    }

    private void show(Status status) {
        TrainingConfig training = status.settings().training();
        rate.show(training.learningRate());
        optimizer.show(training.optimizer().kind());
        batch.show(training.batch());
        window.show(training.window());
        advanced.show(training);
        Dataset material = status.dataset();
        if (material != null) {
            readAs(material.data());
        }
        boolean fixed = desk.hasTrainedModel();
        optimizer.setDisable(fixed);
        batch.setDisable(fixed);
        window.setDisable(fixed);
        advanced.lock(fixed);
    }

    /** A text is read in streams, a window at a time; examples one by one, from their first symbol to their last. */
    private void readAs(TaskData data) {
        boolean streams = data instanceof TaskData.Streams;
        batch.label(streams ? "_Batch (streams)" : "_Batch (examples)");
        window.setVisible(streams);
    }
}
