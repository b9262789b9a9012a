package unroll.ui.settings;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import unroll.session.data.Dataset;
import unroll.session.state.Status;
import unroll.settings.SettingsSchema;
import unroll.task.TaskData;
import unroll.ui.control.Card;
import unroll.ui.control.CollapsiblePane;
import unroll.ui.control.Field;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.RowLayouts;
import unroll.ui.model.WindowModel;

/** How the network is trained. */
public final class TrainingCard extends Card {
    private final Field batch;
    private final Field length;
    private final Label ownLength = Nodes.named(
            "own-length-hint", Labels.hint("Examples bring their own length, so there is no window to choose."));

    public TrainingCard(WindowModel window) {
        super("Training");
        setId("training-card");
        Field rate = SettingFields.of(SettingsSchema.LEARNING_RATE, window);
        Field optimizer = SettingFields.of(SettingsSchema.OPTIMIZER, window);
        batch = SettingFields.of(SettingsSchema.BATCH, window);
        length = SettingFields.of(SettingsSchema.WINDOW, window);
        AdvancedTraining advanced = new AdvancedTraining(
                window,
                List.of(
                        SettingsSchema.LEARNING_RATE,
                        SettingsSchema.OPTIMIZER,
                        SettingsSchema.BATCH,
                        SettingsSchema.WINDOW));
        length.managedProperty().bind(length.visibleProperty());
        ownLength.visibleProperty().bind(length.visibleProperty().not());
        ownLength.managedProperty().bind(ownLength.visibleProperty());
        VBox fields = Nodes.styled(
                new VBox(RowLayouts.equal(rate, optimizer), batch.beside(), length.beside(), ownLength), "fields");
        getChildren().addAll(fields, new CollapsiblePane("training-fold", "Advanced", advanced));
        window.statusProperty().subscribe(this::show);
    }

    /** A text is read in streams, a window at a time; examples one by one, from their first symbol to their last. */
    private void show(Status status) {
        Dataset dataset = status.dataset();
        if (dataset != null) {
            boolean streams = dataset.data() instanceof TaskData.Streams;
            batch.label(streams ? SettingsSchema.BATCH.label() : "_Batch (examples)");
            length.setVisible(streams);
        }
    }
}
