package unroll.ui.control;

import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Makes the dialogs of the program. All of them open in the middle of their window, and Escape closes them. */
public final class Dialogs {
    private static boolean arranged;

    private Dialogs() {}

    /** A dialog that can be resized; whoever asked for it shows it. */
    public static Dialog<ButtonType> of(Window owner, String title, Node content, ButtonType... buttons) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(buttons);
        return dialog;
    }

    /** A way to answer a question, what it is called in the window, and what it does. */
    public record DialogChoice(ButtonType button, String id, Runnable action) {
        public DialogChoice(String words, ButtonData role, String id, Runnable action) {
            this(new ButtonType(words, role), id, action);
        }

        /** Changes nothing. */
        public static DialogChoice cancel(String id) {
            return new DialogChoice(ButtonType.CANCEL, id, () -> {});
        }
    }

    /** Asks a question, and does what its answer does. */
    public static void ask(Window owner, String id, String header, String sentence, DialogChoice... answers) {
        Alert question = alert(owner, Alert.AlertType.CONFIRMATION, id, sentence);
        question.setHeaderText(header);
        for (DialogChoice answer : answers) {
            question.getButtonTypes().add(answer.button());
            question.getDialogPane().lookupButton(answer.button()).setId(answer.id());
        }
        question.setOnHidden(event -> Stream.of(answers)
                .filter(answer -> answer.button() == question.getResult())
                .forEach(answer -> answer.action().run()));
        question.show();
    }

    /** Says why something cannot be done. */
    public static void warn(Window owner, String id, String sentence) {
        Alert warning = alert(owner, Alert.AlertType.WARNING, id, sentence);
        warning.setHeaderText(null);
        warning.getButtonTypes().add(ButtonType.OK);
        warning.show();
    }

    private static Alert alert(Window owner, Alert.AlertType type, String id, String sentence) {
        Alert alert = new Alert(type, sentence);
        alert.getButtonTypes().clear();
        alert.initOwner(owner);
        alert.setTitle("Unroll");
        alert.getDialogPane().setId(id);
        return alert;
    }

    /** From now on, for every dialog that opens; to be called on the FX thread. */
    public static void arrange() {
        if (!arranged) {
            arranged = true;
            WindowPlacement.onOpen(Dialogs::arrange);
        }
    }

    private static void arrange(Window window) {
        Scene scene = window.getScene();
        if (window instanceof Stage stage && scene != null && scene.getRoot() instanceof DialogPane pane) {
            // Where a dialog is measured before it has its type size, it would open at the corner of the screen.
            WindowPlacement.within(stage, HPos.CENTER, () -> area(stage.getOwner()));
            // Before a list or a text, which would keep the key for itself.
            scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ESCAPE && !isOpenBox(scene.getFocusOwner())) {
                    event.consume();
                    close(stage, pane);
                }
            });
        }
    }

    private static boolean isOpenBox(@Nullable Node focused) {
        return focused instanceof ComboBoxBase<?> box && box.isShowing();
    }

    /** As its own button would. */
    private static void close(Stage stage, DialogPane pane) {
        pane.getButtonTypes().stream()
                .filter(type -> type.getButtonData().isCancelButton())
                .findFirst()
                .ifPresentOrElse(type -> ((Button) pane.lookupButton(type)).fire(), stage::hide);
    }

    private static Rectangle2D area(@Nullable Window owner) {
        return owner == null
                ? Screen.getPrimary().getVisualBounds()
                : new Rectangle2D(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight());
    }
}
