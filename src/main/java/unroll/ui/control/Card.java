package unroll.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.session.Preferences;

/** A titled block of a column. */
public class Card extends VBox {
    private static final String EXPLANATION = "explanation";

    private final HBox header = new HBox();
    private final Label heading;

    public Card(String title, Node... content) {
        heading = Labels.wrapped(title);
        heading.getStyleClass().add("card-title");
        header.getStyleClass().add("card-header");
        header.getChildren().addAll(heading, RowLayouts.gap());
        getStyleClass().add("card");
        getChildren().add(header);
        getChildren().addAll(content);
    }

    /** Gives it another title. */
    public final void setTitle(String title) {
        heading.setText(title);
    }

    /**
     * Explains the card in words behind a “?” at the right end of the title line. They are open until their page has been left
     * once; {@link #foldExplanations} folds them.
     *
     * @param name of the card, under which is remembered that the words have been seen
     */
    public final void explain(String words, String name, Preferences memory) {
        getChildren().add(1, explanation(words, name, memory));
    }

    /** As {@link #explain}, with the words below what is in the card by now, where they push nothing out of sight. */
    public final void explainBelow(String words, String name, Preferences memory) {
        getChildren().add(explanation(words, name, memory));
    }

    private Label explanation(String words, String name, Preferences memory) {
        ToggleButton handle = new ToggleButton("", Icons.of(Feather.HELP_CIRCLE));
        handle.setId(name + "-explanation");
        handle.setAccessibleText("Explanation");
        handle.getStyleClass().addAll("quiet", EXPLANATION);
        String seen = "explained-" + name;
        handle.setSelected(memory.get(seen, "").isEmpty());
        handle.selectedProperty().subscribe((was, is) -> memory.put(seen, "yes"));
        Label sentences = Labels.hint(words);
        sentences.visibleProperty().bind(handle.selectedProperty());
        sentences.managedProperty().bind(handle.selectedProperty());
        addToHeader(Tips.on(handle, "Shows or hides what this page is about."));
        return sentences;
    }

    /** Folds the explanations of all cards within a node. */
    public static void foldExplanations(Node within) {
        within.lookupAll("." + EXPLANATION).forEach(handle -> ((ToggleButton) handle).setSelected(false));
    }

    /** Puts controls at the right end of the title line. */
    public final void addToHeader(Node... nodes) {
        header.getChildren().addAll(nodes);
    }
}
