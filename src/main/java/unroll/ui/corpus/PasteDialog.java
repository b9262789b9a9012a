package unroll.ui.corpus;

import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import unroll.ui.control.Dialogs;
import unroll.ui.control.Labels;

/** A place to paste a text into. */
public final class PasteDialog {
    private static final ButtonType USE = new ButtonType("Use this text", ButtonData.OK_DONE);

    private static final int TEXT_ROWS = 12;

    private PasteDialog() {}

    /** Shows it, filled with what the clipboard holds. */
    public static void show(Window owner, TextOpener texts) {
        TextArea area = new TextArea();
        area.setId("paste-area");
        area.setWrapText(true);
        area.setPrefRowCount(TEXT_ROWS);
        area.setMinHeight(Region.USE_PREF_SIZE);
        area.setPromptText("Paste or type the text the network should learn from.");
        @Nullable String clipboard = Clipboard.getSystemClipboard().getString();
        area.setText(clipboard == null ? "" : clipboard);
        VBox.setVgrow(area, Priority.ALWAYS);
        VBox content = new VBox(Labels.of("_Text to learn from", area), area);
        content.getStyleClass().add("fields");
        Dialog<ButtonType> dialog = Dialogs.of(owner, "Paste Text", content, USE, ButtonType.CANCEL);
        Node use = dialog.getDialogPane().lookupButton(USE);
        use.setId("paste-use-button");
        use.disableProperty().bind(area.textProperty().map(String::isEmpty));
        dialog.setOnHidden(event -> {
            if (dialog.getResult() == USE) {
                texts.openPasted(area.getText());
            }
        });
        dialog.show();
        area.requestFocus();
    }
}
