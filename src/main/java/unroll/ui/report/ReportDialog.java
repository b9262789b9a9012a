package unroll.ui.report;

import java.util.function.BiConsumer;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import unroll.session.report.ReportMetadata;
import unroll.ui.control.Dialogs;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;

/** Asks for what a run does not know of itself. */
final class ReportDialog {
    private ReportDialog() {}

    /** Shows it, filled with what was entered before; {@code then} gets name and notes where the user goes on. */
    static void show(Window owner, String nameBefore, String notesBefore, BiConsumer<String, String> then) {
        TextField name = Nodes.named("report-name", new TextField());
        TextArea notes = Dialogs.textArea("report-notes", "What you saw, what you tried, your answers");
        fill(name, nameBefore, ReportMetadata.MAX_NAME);
        fill(notes, notesBefore, ReportMetadata.MAX_NOTES);
        name.setPromptText("Stands above the report and beside its dot where runs are compared");
        // Enter goes on to the notes instead of leaving them out.
        name.setOnAction(event -> notes.requestFocus());
        VBox content = new VBox(
                Labels.of("_Name (optional)", name), name, Labels.of("N_otes and answers (optional)", notes), notes);
        Dialogs.form(
                owner,
                "Export Lab Report",
                Nodes.styled(content, "fields", "report-content"),
                "Export…",
                "report-export-button",
                () -> then.accept(name.getText(), notes.getText()));
        name.requestFocus();
    }

    private static void fill(TextInputControl input, String text, int max) {
        input.setTextFormatter(
                new TextFormatter<String>(change -> change.getControlNewText().length() <= max ? change : null));
        input.setText(text);
    }
}
