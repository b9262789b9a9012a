package unroll.ui.corpus;

import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A place to paste a text into. */
public final class PasteDialog {
    private static final ButtonType USE = new ButtonType("Use this text", ButtonData.OK_DONE);

    private static final int TEXT_ROWS = 12;

    private final Window owner;
    private final TextOpener texts;

    public PasteDialog(Window owner, TextOpener texts) {
        this.owner = owner;
        this.texts = texts;
    }

    /** Shows it, filled with what the clipboard holds. */
    public void show() {
        TextArea area = new TextArea();
        area.setId("paste-area");
        area.setWrapText(true);
        area.setPrefRowCount(TEXT_ROWS);
        area.setMinHeight(Region.USE_PREF_SIZE);
        area.setPromptText("Paste or type the text the network should learn from.");
        @Nullable String clipboard = Clipboard.getSystemClipboard().getString();
        area.setText(clipboard == null ? "" : clipboard);
        VBox.setVgrow(area, Priority.ALWAYS);
        Label heading = new Label("_Text to learn from");
        heading.setMnemonicParsing(true);
        heading.setLabelFor(area);
        VBox content = new VBox(heading, area);
        content.getStyleClass().add("fields");
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Paste Text");
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(USE, ButtonType.CANCEL);
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
