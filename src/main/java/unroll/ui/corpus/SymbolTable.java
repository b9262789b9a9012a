package unroll.ui.corpus;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.message.Formats;
import unroll.message.Symbols;
import unroll.ui.control.Nodes;

/** The distinct symbols of a text, most frequent first; filled when it is first looked at. */
final class SymbolTable extends VBox {
    /** @param count how often the symbol occurs */
    record Row(int codePoint, long count, double share) {}

    private @Nullable Corpus corpus;
    private @Nullable TableView<Row> table;

    void show(Corpus text) {
        corpus = text;
        fill();
    }

    /** Makes the table: most windows never show it. */
    void wake() {
        TableView<Row> made = Nodes.named("symbols-table", new TableView<>());
        made.setAccessibleText("Symbols and their frequencies");
        made.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        made.getColumns()
                .setAll(List.of(
                        column("Symbol", row -> Symbols.visible(row.codePoint())),
                        column("Code", row -> String.format(Locale.ROOT, "U+%04X", row.codePoint())),
                        column("Count", row -> Formats.count(row.count())),
                        column("Share", row -> Formats.percent(row.share()))));
        table = made;
        getChildren().setAll(made);
        fill();
    }

    private void fill() {
        if (table != null && corpus != null) {
            table.getItems().setAll(rows(corpus));
        }
    }

    static List<Row> rows(Corpus corpus) {
        long[] counts = corpus.frequencies();
        return IntStream.range(0, counts.length)
                .mapToObj(i -> new Row(
                        corpus.vocabulary().codePoint(i), counts[i], (double) counts[i] / Math.max(1, corpus.length())))
                .sorted(Comparator.comparingLong(Row::count).reversed())
                .toList();
    }

    private static TableColumn<Row, String> column(String title, Function<Row, String> text) {
        TableColumn<Row, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
