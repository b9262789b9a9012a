package unroll.ui.corpus;

import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import unroll.corpus.CatalogEntry;
import unroll.message.Formats;

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
        @Override
        protected void updateItem(@Nullable CatalogEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(entry == null || empty ? "" : "%s (%s)".formatted(entry.title(), Formats.bytes(entry.bytes())));
        }
    }
}
