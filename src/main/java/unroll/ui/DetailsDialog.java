package unroll.ui;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.stage.Window;
import unroll.ui.control.ClipboardText;
import unroll.ui.model.Notice;

/** What lies behind a failure, to be copied into a report. */
final class DetailsDialog {
    private static final ButtonType COPY = new ButtonType("Copy", ButtonData.LEFT);

    private static final int TEXT_ROWS = 12;

    private final Window owner;

    DetailsDialog(Window owner) {
        this.owner = owner;
    }

    void show(Notice notice) {
        String all = notice.sentence() + "\n\n" + notice.details();
        TextArea text = new TextArea(all);
        text.setId("details-text");
        text.setEditable(false);
        text.setPrefRowCount(TEXT_ROWS);
        text.getStyleClass().add("reading");
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Details");
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(text);
        dialog.getDialogPane().getButtonTypes().setAll(COPY, ButtonType.CLOSE);
        dialog.setResultConverter(button -> {
            if (button == COPY) {
                ClipboardText.text(all);
            }
            return button;
        });
        dialog.show();
    }
}
