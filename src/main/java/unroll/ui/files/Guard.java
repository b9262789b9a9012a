package unroll.ui.files;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import unroll.message.Formats;
import unroll.session.state.Status;
import unroll.ui.desk.WindowModel;

/** Asks before a trained model is lost. */
public final class Guard {
    private static final ButtonType SAVE = new ButtonType("Save", ButtonData.YES);
    private static final ButtonType DO_NOT_SAVE = new ButtonType("Don't save", ButtonData.NO);

    private final WindowModel desk;
    private final Window owner;
    private final ModelSaver saver;

    public Guard(WindowModel desk, Window owner, ModelSaver saver) {
        this.desk = desk;
        this.owner = owner;
        this.saver = saver;
    }

    /**
     * Does something that loses the present model: at once where nothing would be lost, otherwise after the user said so.
     *
     * @param doing completes "Before …", for example "another text is opened"
     */
    public void beforeLoss(String doing, Runnable then) {
        beforeLoss(doing, then, () -> {});
    }

    /** @param refused what to do where the user keeps the model */
    public void beforeLoss(String doing, Runnable then, Runnable refused) {
        desk.refresh();
        if (!desk.status().model().unsaved()) {
            then.run();
            return;
        }
        Alert question = question(doing, desk.status());
        question.setOnHidden(event -> {
            ButtonType answer = question.getResult();
            if (answer == SAVE) {
                saver.save(then);
            } else if (answer == DO_NOT_SAVE) {
                then.run();
            } else {
                refused.run();
            }
        });
        question.show();
    }

    private Alert question(String doing, Status status) {
        Alert question = new Alert(
                Alert.AlertType.CONFIRMATION,
                "It has learned for %s steps (%s), and no file holds all of that yet."
                        .formatted(
                                Formats.count(status.metrics().step()),
                                Formats.duration(status.metrics().seconds())),
                SAVE,
                DO_NOT_SAVE,
                ButtonType.CANCEL);
        question.initOwner(owner);
        question.setTitle("Unroll");
        question.setHeaderText("Save the trained model before %s?".formatted(doing));
        question.getDialogPane().setId("confirm-loss");
        question.getDialogPane().lookupButton(SAVE).setId("confirm-save");
        question.getDialogPane().lookupButton(DO_NOT_SAVE).setId("confirm-discard");
        question.getDialogPane().lookupButton(ButtonType.CANCEL).setId("confirm-cancel");
        return question;
    }
}
