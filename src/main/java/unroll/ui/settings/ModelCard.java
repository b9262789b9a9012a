package unroll.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.network.Directions;
import unroll.network.Initialization;
import unroll.session.state.Status;
import unroll.settings.Setting;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.task.TaskConfig;
import unroll.ui.control.Card;
import unroll.ui.control.Choice;
import unroll.ui.control.CollapsiblePane;
import unroll.ui.control.Field;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.RowLayouts;
import unroll.ui.model.WindowModel;

/** What the network is made from. */
public final class ModelCard extends Card {
    private static final List<Setting<?>> PLAIN =
            List.of(SettingsSchema.CELL, SettingsSchema.BIDIRECTIONAL, SettingsSchema.HIDDEN, SettingsSchema.LAYERS);

    private final WindowModel window;
    private final PresetChoice preset;
    /** Where a task would be copied instead of learned; the field is too narrow for a sentence. */
    private final Label refusal = Labels.optional("directions-refusal", "");

    private final Label dropoutHint = Labels.optional("dropout-hint", "");
    private final Choice<Initialization> initialization;
    private TaskConfig task = Settings.DEFAULT.task();

    public ModelCard(WindowModel window) {
        super("Model");
        this.window = window;
        setId("model-card");
        preset = new PresetChoice(window);
        refusal.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
        refusal.getStyleClass().add("field-problem");
        refusal.visibleProperty().bind(refusal.textProperty().isNotEmpty());
        dropoutHint.getStyleClass().add("hint");
        Field cell = SettingFields.of(SettingsSchema.CELL, window);
        Choice<Directions> directions = SettingFields.choice(SettingsSchema.BIDIRECTIONAL, window, refusal::setText);
        VBox fields = new VBox(
                preset,
                RowLayouts.equal(cell, SettingFields.of(SettingsSchema.HIDDEN, window)),
                RowLayouts.equal(SettingFields.of(SettingsSchema.LAYERS, window), directions),
                refusal);
        fields.getStyleClass().add("fields");
        initialization = SettingFields.choice(SettingsSchema.INITIALIZATION, window, sentence -> {});
        CollapsiblePane advanced = new CollapsiblePane(
                "model-fold", "Advanced: dropout, initialization", advanced().toArray(Node[]::new));
        getChildren().addAll(resetHint(), fields, new MemoryLine(window), advanced);
        window.statusProperty().subscribe(this::show);
    }

    /** What does not stand above, in the order of the schema. */
    private List<Node> advanced() {
        List<Node> nodes = new ArrayList<>();
        for (Setting<?> setting : SettingsSchema.ALL) {
            if (setting.group() == Setting.SettingGroup.MODEL && !PLAIN.contains(setting)) {
                nodes.add(
                        setting == SettingsSchema.INITIALIZATION ? initialization : SettingFields.of(setting, window));
            }
            if (setting == SettingsSchema.DROPOUT) {
                nodes.add(dropoutHint);
            }
        }
        return nodes;
    }

    /** Says why some fields are locked, while they are. */
    private Label resetHint() {
        Label hint = Labels.hint("Reset to change");
        hint.setGraphic(Icons.of(Feather.LOCK));
        window.statusProperty().subscribe(status -> Nodes.show(hint, window.hasTrainedModel()));
        return hint;
    }

    private void show(Status status) {
        Settings settings = status.settings();
        preset.show(settings);
        preset.setDisable(window.hasTrainedModel());
        if (!settings.task().equals(task)) {
            task = settings.task();
            refusal.setText("");
        }
        initialization.tip("How the weights of a new network are drawn. "
                + settings.model().initialization().help());
        String idle = settings.model().dropout() > 0 ? SettingsSchema.DROPOUT.idle(settings) : null;
        dropoutHint.setText(idle == null ? "" : idle);
        dropoutHint.setVisible(idle != null);
    }
}
