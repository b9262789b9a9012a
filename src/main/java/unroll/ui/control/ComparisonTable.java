package unroll.ui.control;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** A table in which a row is one thing among others to compare: a click on a heading sorts it. */
public class ComparisonTable<R> extends TableView<R> {
    private static final double SIGN_EM = 0.62;
    private static final double PADDING_EM = 2.4;
    private static final int MIN_SIGNS = 7;
    /** Of what is longer, the beginning is seen. */
    private static final int MAX_SIGNS = 24;

    private List<TextColumn<R>> columns = List.of();
    private List<R> measured = List.of();
    private double em = Font.getDefault().getSize();

    protected ComparisonTable(String id, String what, String placeholder) {
        setId(id);
        setAccessibleText(what);
        setPlaceholder(new Label(placeholder));
    }

    protected final void columns(List<TextColumn<R>> all) {
        columns = all;
        getColumns().setAll(all);
    }

    /** Makes the columns as wide as their titles and what these rows have in them. */
    protected final void fit(List<R> rows) {
        measured = rows;
        columns.forEach(column -> column.setPrefWidth(em * (SIGN_EM * column.signs(rows) + PADDING_EM)));
    }

    /** @param pixels height of the letter em, by which the columns are measured */
    public final void setEm(double pixels) {
        em = pixels;
        fit(measured);
    }

    /** A text of every row, in an order that need not be that of texts. */
    protected static final class TextColumn<R> extends TableColumn<R, R> {
        private final Function<R, String> text;

        /** @param isNumber whether it stands to the right */
        public TextColumn(String title, boolean isNumber, Function<R, String> text, Comparator<R> order) {
            super(title);
            this.text = text;
            setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
            setCellFactory(table -> new TextCell<>(isNumber, text));
            setComparator(order);
        }

        private int signs(List<R> rows) {
            int longest = rows.stream()
                    .mapToInt(row -> text.apply(row).length())
                    .max()
                    .orElse(0);
            return Math.max(getText().length(), Math.max(MIN_SIGNS, Math.min(MAX_SIGNS, longest)));
        }
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
