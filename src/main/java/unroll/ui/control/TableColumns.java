package unroll.ui.control;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** Columns of tables in which a row is one thing among others to compare; a click on a heading sorts them. */
public final class TableColumns {
    private static final double SIGN_EM = 0.62;
    private static final double PADDING_EM = 2.4;

    private TableColumns() {}

    /**
     * A column.
     *
     * @param isNumber whether it stands to the right
     * @param text of a row
     * @param order of rows that are sorted by it
     */
    public static <R> TableColumn<R, R> of(
            String title, boolean isNumber, Function<R, String> text, Comparator<R> order) {
        TableColumn<R, R> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(table -> new TextCell<>(isNumber, text));
        column.setComparator(order);
        return column;
    }

    /** Makes a column as wide as so many signs, its title at least. */
    public static void fit(TableColumn<?, ?> column, int signs, double em) {
        column.setPrefWidth(em * (SIGN_EM * Math.max(column.getText().length(), signs) + PADDING_EM));
    }

    private static final class TextCell<R> extends TableCell<R, R> {
        private final Function<R, String> text;

        TextCell(boolean isNumber, Function<R, String> text) {
            this.text = text;
            if (isNumber) {
                getStyleClass().add("number");
            }
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            setText(row == null || empty ? "" : text.apply(row));
        }
    }
}
