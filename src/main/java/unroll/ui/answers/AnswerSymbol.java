package unroll.ui.answers;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import unroll.ui.control.Nodes;

/** One place of an answer: what was read there, what is said, and how sure that is. */
final class AnswerSymbol extends VBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass UNSURE = PseudoClass.getPseudoClass("unsure");
    /** Less than this is marked. */
    private static final double SURE = 0.8;

    private final Label read = new Label();
    private final Label predicted = new Label();
    private final ShareBar bar = new ShareBar();

    /**
     * What stands at a place.
     *
     * @param read the symbol there, or nothing where the answer stands alone
     * @param predicted the likeliest symbol, visible; or nothing where the place is not asked
     * @param sureness its probability
     */
    record Content(String read, String predicted, double sureness) {}

    AnswerSymbol() {
        read.getStyleClass().add("place-read");
        predicted.getStyleClass().add("place-said");
        getStyleClass().add("place");
        getChildren().addAll(read, predicted, bar);
    }

    /** Shows what stands there; where the exercise is to put something back, what differs from what was read is marked. */
    void show(Content content, Exercise exercise) {
        boolean asked = !content.predicted.isEmpty();
        read.setText(content.read);
        Nodes.show(read, !content.read.isEmpty());
        predicted.setText(asked ? content.predicted : "\u00b7");
        bar.share(asked ? content.sureness : 0);
        predicted.pseudoClassStateChanged(
                CHANGED, asked && exercise.restores() && !content.predicted.equals(content.read));
        predicted.pseudoClassStateChanged(UNSURE, asked && content.sureness < SURE);
    }
}
