package unroll.ui.corpus;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.corpus.CatalogEntry;
import unroll.ui.control.Words;

/** The public texts on offer. */
final class CatalogList extends ListView<CatalogEntry> {
    CatalogList(List<CatalogEntry> entries) {
        setId("catalog-list");
        setAccessibleText("Public texts");
        getItems().setAll(entries);
        setCellFactory(list -> new Cell());
        getSelectionModel().selectFirst();
        getStyleClass().add("catalog");
    }

    private static final class Cell extends ListCell<CatalogEntry> {
        private final Label title = new Label();
        private final Label description = new Label();
        private final Label terms = new Label();
        private final VBox box = new VBox(title, description, terms);

        Cell() {
            title.getStyleClass().add("corpus-name");
            description.setWrapText(true);
            terms.setWrapText(true);
            terms.getStyleClass().add("hint");
            // The list's width, not the text's, decides where lines break.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable CatalogEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (entry == null || empty) {
                setGraphic(null);
                return;
            }
            title.setText("%s · %s".formatted(entry.title(), Words.bytes(entry.bytes())));
            description.setText(entry.description());
            terms.setText(entry.licence());
            setGraphic(box);
        }
    }
}
