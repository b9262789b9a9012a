package unroll.ui.report;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import unroll.session.report.ReportMetadata;
import unroll.ui.control.Dialogs;
import unroll.ui.control.Labels;

/** Asks for what a run does not know of itself. */
final class ReportDialog {
    private static final ButtonType EXPORT = new ButtonType("Export…", ButtonData.OK_DONE);

    /** What was entered. */
    record Entry(String name, String notes) {}

    private static final int TEXT_ROWS = 12;

    private final TextField name = new TextField();
    private final TextArea notes = new TextArea();
    private final Dialog<ButtonType> dialog;

    ReportDialog(Window owner, Entry before) {
        fill(name, "report-name", before.name(), ReportMetadata.MAX_NAME);
        name.setPromptText("Stands above the report and beside its dot where runs are compared");
        // Enter goes on to the notes instead of leaving them out.
        name.setOnAction(event -> notes.requestFocus());
        fill(notes, "report-notes", before.notes(), ReportMetadata.MAX_NOTES);
        notes.setPromptText("What you saw, what you tried, your answers");
        notes.setWrapText(true);
        notes.setPrefRowCount(TEXT_ROWS);
        notes.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(notes, Priority.ALWAYS);
        VBox content = new VBox(
                Labels.of("_Name (optional)", name), name, Labels.of("N_otes and answers (optional)", notes), notes);
        content.getStyleClass().addAll("fields", "report-content");
        dialog = Dialogs.of(owner, "Export Lab Report", content, EXPORT, ButtonType.CANCEL);
        Node export = dialog.getDialogPane().lookupButton(EXPORT);
        export.setId("report-export-button");
    }

    private static void fill(TextInputControl input, String id, String text, int max) {
        input.setId(id);
        input.setTextFormatter(
                new TextFormatter<String>(change -> change.getControlNewText().length() <= max ? change : null));
        input.setText(text);
    }

    /** @param then gets what was entered, where the user goes on */
    void show(Consumer<Entry> then) {
        dialog.setOnHidden(event -> {
            if (dialog.getResult() == EXPORT) {
                then.accept(new Entry(name.getText(), notes.getText()));
            }
        });
        dialog.show();
        name.requestFocus();
    }
}
