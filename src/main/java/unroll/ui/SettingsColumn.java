package unroll.ui;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import unroll.task.DataKind;
import unroll.ui.control.Field;
import unroll.ui.control.Scrolling;
import unroll.ui.corpus.CorpusCard;
import unroll.ui.desk.WindowModel;
import unroll.ui.settings.ModelCard;
import unroll.ui.settings.TaskCard;
import unroll.ui.settings.TrainingCard;

/** The left column: the task, the text, the model, how it is trained. */
final class SettingsColumn extends ScrollPane {
    /** @param chooseTask leads to the page where a task is chosen */
    SettingsColumn(WindowModel desk, Documents documents, Runnable chooseTask) {
        TaskCard task = new TaskCard(
                desk,
                chooseTask,
                choice -> documents
                        .tasks()
                        .useOwnPairs(choice, choice.task().start().layers()));
        CorpusCard corpus = new CorpusCard(desk, documents.texts(), documents.paste()::show);
        VBox cards = new VBox(task, corpus, new ModelCard(desk), new TrainingCard(desk));
        cards.getStyleClass().add("column");
        Scrolling.fillLater(this, cards);
        setFitToWidth(true);
        desk.onSettingsReplaced(() -> Field.restoreIn(cards));
        setId("settings-column");
        getStyleClass().add("edge-to-edge");
        Scrolling.changing(this);
        corpus.managedProperty().bind(corpus.visibleProperty());
        desk.statusProperty()
                .subscribe(status -> corpus.setVisible(
                        status.settings().task().task().reads().contains(DataKind.TEXT)));
    }
}
