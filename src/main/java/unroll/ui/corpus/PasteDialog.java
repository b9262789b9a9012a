package unroll.ui.corpus;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import unroll.ui.control.Dialogs;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;

/** A place to paste a text into. */
public final class PasteDialog {
    private PasteDialog() {}

    /** Shows it, filled with what the clipboard holds. */
    public static void show(Window owner, TextOpener texts) {
        TextArea area = Dialogs.textArea("paste-area", "Paste or type the text the network should learn from.");
        @Nullable String clipboard = Clipboard.getSystemClipboard().getString();
        area.setText(clipboard == null ? "" : clipboard);
        VBox content = Nodes.styled(new VBox(Labels.of("_Text to learn from", area), area), "fields");
        Node use = Dialogs.form(
                owner,
                "Paste Text",
                content,
                "Use this text",
                "paste-use-button",
                () -> texts.openPasted(area.getText()));
        use.disableProperty().bind(area.textProperty().isEmpty());
        area.requestFocus();
    }
}
