package unroll.ui.lens;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import unroll.ui.control.Icons;
import unroll.ui.desk.Notice;

/** Sentences on a page: what it shows, and why it cannot show it. */
public final class Explained {
    private Explained() {}

    /** Two sentences at the head of a page. */
    public static Label words(String sentences) {
        Label words = new Label(sentences);
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        words.getStyleClass().add("hint");
        return words;
    }

    /** A place for the reason why there is nothing to see; takes none while there is no reason. */
    public static Label refusal(String id) {
        Label refusal = words("");
        refusal.setId(id);
        refusal.setGraphic(Icons.of(Feather.INFO));
        refusal.managedProperty().bind(refusal.visibleProperty());
        refusal.visibleProperty().bind(refusal.textProperty().isNotEmpty());
        return refusal;
    }

    /** The reason as a sentence. */
    public static String reason(Throwable thrown) {
        return Notice.problem(thrown).sentence();
    }
}
