package unroll.ui;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import unroll.task.DataKind;
import unroll.ui.control.Field;
import unroll.ui.control.Scrolling;
import unroll.ui.corpus.CorpusCard;
import unroll.ui.model.WindowModel;
import unroll.ui.settings.ModelCard;
import unroll.ui.settings.TaskCard;
import unroll.ui.settings.TrainingCard;

/** The left column: the task, the text, the model, how it is trained. */
final class SettingsColumn extends ScrollPane {
    /** @param chooseTask leads to the page where a task is chosen */
    SettingsColumn(WindowModel window, Documents documents, Runnable chooseTask) {
        TaskCard task = new TaskCard(
                window,
                chooseTask,
                choice -> documents
                        .tasks()
                        .useOwnPairs(choice, choice.task().start().layers()));
        CorpusCard corpus = new CorpusCard(window, documents.texts(), documents::paste);
        VBox cards = new VBox(task, corpus, new ModelCard(window), new TrainingCard(window));
        Scrolling.fillLater(this, cards);
        window.onSettingsReplaced(() -> Field.restoreIn(cards));
        setId("settings-column");
        corpus.managedProperty().bind(corpus.visibleProperty());
        window.statusProperty()
                .subscribe(status -> corpus.setVisible(
                        status.settings().task().task().reads().contains(DataKind.TEXT)));
    }
}
