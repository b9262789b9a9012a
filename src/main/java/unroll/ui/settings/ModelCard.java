package unroll.ui.settings;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.network.Directions;
import unroll.network.Initialization;
import unroll.network.NetworkSpec;
import unroll.session.state.Status;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.task.TaskConfig;
import unroll.ui.control.Card;
import unroll.ui.control.Choice;
import unroll.ui.control.CollapsiblePane;
import unroll.ui.control.Icons;
import unroll.ui.control.NumberField;
import unroll.ui.control.NumericRange;
import unroll.ui.control.RowLayouts;
import unroll.ui.desk.WindowModel;

/** What the network is made from. */
public final class ModelCard extends Card {
    private final WindowModel desk;
    private final PresetChoice preset;
    private final Choice<Cell> cell = new Choice<>("cell-choice", "_Cell", List.copyOf(Cells.all()), Cell::title)
            .tip(
                    "How a hidden unit remembers. Elman is the plain one and forgets soon; GRU and LSTM have gates that keep"
                            + " things for long.");
    private final NumberField hidden = new NumberField(
                    "hidden-field",
                    "Hi_dden size (units)",
                    NumericRange.whole(1, NetworkSpec.MAX_HIDDEN),
                    ModelSettings.DEFAULT.hidden())
            .tip(
                    "How many numbers a layer remembers with. Twice as many learn more and take about four times the work.");
    private final NumberField layers = new NumberField(
                    "layers-field",
                    "_Layers",
                    NumericRange.whole(1, NetworkSpec.MAX_LAYERS),
                    ModelSettings.DEFAULT.layers())
            .tip("How many recurrent layers lie on one another. Two often beat one; more want patience and data.");
    private final Choice<Directions> directions = new Choice<>(
                    "directions-choice", "Reads", List.of(Directions.values()), ModelCard::title)
            .tip(
                    "Whether layers read from the first step to the last only, or also back from the last one. A network that"
                            + " is to guess what comes next may not: it would read the answer.");
    private final Label refusal = new Label("", Icons.of(Feather.ALERT_CIRCLE));
    private final NumberField dropout = new NumberField(
                    "dropout-field",
                    "Dropout between layers (share)",
                    NumericRange.real("a share from 0 to 0.95, for example 0.2", 0, 0.95),
                    ModelSettings.DEFAULT.dropout())
            .tip("The share of units dropped at random in every training step. It keeps a large network from learning a"
                    + " small text by heart.");
    private final Choice<Initialization> initialization = new Choice<>(
            "initialization-choice", "_Initialization", List.of(Initialization.values()), Initialization::title);
    private final Label dropoutHint = new Label("Dropout acts between layers, so with one layer it does nothing.");
    private final VBox fields = new VBox();
    private TaskConfig task = Settings.DEFAULT.task();

    public ModelCard(WindowModel desk) {
        super("Model");
        this.desk = desk;
        setId("model-card");
        preset = new PresetChoice(desk);
        cell.onChoice(chosen -> applyFields());
        directions.onChoice(this::read);
        initialization.onChoice(chosen -> applyFields());
        Stream.of(hidden, layers, dropout).forEach(field -> field.onChange(this::applyFields));
        HBox reading = RowLayouts.of(cell, directions);
        HBox.setHgrow(cell, Priority.ALWAYS);
        refusal.setId("directions-refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(USE_PREF_SIZE);
        refusal.getStyleClass().add("field-problem");
        refusal.visibleProperty().bind(refusal.textProperty().isNotEmpty());
        refusal.managedProperty().bind(refusal.visibleProperty());
        dropoutHint.setId("dropout-hint");
        dropoutHint.setWrapText(true);
        dropoutHint.setMinHeight(USE_PREF_SIZE);
        dropoutHint.getStyleClass().add("hint");
        dropoutHint.managedProperty().bind(dropoutHint.visibleProperty());
        fields.getStyleClass().add("fields");
        fields.getChildren().addAll(preset, reading, refusal, RowLayouts.equal(hidden, layers));
        CollapsiblePane advanced = new CollapsiblePane(
                "model-fold", "Advanced: dropout, initialization", dropout, dropoutHint, initialization);
        getChildren().addAll(new ResetHint(desk), fields, new MemoryLine(desk), advanced);
        desk.statusProperty().subscribe(this::show);
    }

    private void applyFields() {
        apply(new ModelSettings(
                cell.value().name(),
                hidden.whole(),
                layers.whole(),
                dropout.value(),
                desk.status().settings().model().directions(),
                initialization.value()));
    }

    /** Where a task would be copied instead of learned, the refusal stands below. */
    private void read(Directions wanted) {
        refusal.setText("");
        ModelSettings now = desk.status().settings().model();
        try {
            apply(now.withDirections(wanted));
        } catch (IllegalArgumentException refused) {
            refusal.setText(refused.getMessage());
            directions.show(now.directions());
        }
    }

    private void apply(ModelSettings model) {
        Settings now = desk.status().settings();
        desk.apply(now.withModel(model));
    }

    private void show(Status status) {
        ModelSettings model = status.settings().model();
        preset.show(status.settings());
        cell.show(Cells.named(model.cell()));
        directions.show(model.directions());
        if (!status.settings().task().equals(task)) {
            task = status.settings().task();
            refusal.setText("");
        }
        hidden.show(model.hidden());
        layers.show(model.layers());
        dropout.show(model.dropout());
        initialization.show(model.initialization());
        initialization.tip("How the weights of a new network are drawn. "
                + model.initialization().help());
        dropoutHint.setVisible(model.dropout() > 0 && model.layers() == 1);
        fields.setDisable(desk.hasTrainedModel());
        dropout.setDisable(desk.hasTrainedModel());
        initialization.setDisable(desk.hasTrainedModel());
    }

    private static String title(Directions directions) {
        return switch (directions) {
            case ONE_WAY -> "One way";
            case TWO_WAY -> "Both ways";
        };
    }
}
