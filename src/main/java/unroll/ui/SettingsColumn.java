package unroll.ui;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import unroll.ui.control.Scrolling;
import unroll.ui.corpus.CorpusCard;
import unroll.ui.desk.Desk;
import unroll.ui.settings.ModelCard;
import unroll.ui.settings.TrainingCard;

/** The left column: the text, the model, how it is trained. */
final class SettingsColumn extends ScrollPane {
    private final CorpusCard corpus;

    SettingsColumn(Desk desk, Documents documents) {
        corpus = new CorpusCard(desk, documents.texts(), documents.paste()::show);
        VBox cards = new VBox(corpus, new ModelCard(desk), new TrainingCard(desk));
        cards.getStyleClass().add("column");
        setContent(cards);
        setFitToWidth(true);
        setId("settings-column");
        getStyleClass().add("edge-to-edge");
        Scrolling.changing(this);
    }

    void beat() {
        corpus.beat();
    }
}
