package unroll.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A titled block of a column. */
public class Card extends VBox {
    private final HBox header = new HBox();
    private final Label heading;

    public Card(String title, Node... content) {
        heading = new Label(title);
        heading.getStyleClass().add("card-title");
        heading.setWrapText(true);
        heading.setMinHeight(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        header.getStyleClass().add("card-header");
        header.getChildren().addAll(heading, gap);
        getStyleClass().add("card");
        getChildren().add(header);
        getChildren().addAll(content);
    }

    /** Gives it another title. */
    public final void title(String title) {
        heading.setText(title);
    }

    /** Puts controls at the right end of the title line. */
    public final void addToHeader(Node... nodes) {
        header.getChildren().addAll(nodes);
    }
}
