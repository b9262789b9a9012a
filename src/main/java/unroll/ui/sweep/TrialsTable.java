package unroll.ui.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import unroll.message.Formats;
import unroll.settings.Setting;
import unroll.sweep.SweepPlan;
import unroll.sweep.SweepTable.Entry;
import unroll.sweep.Trial;

/** The trials that have ended: sorted by a click on a heading, one row a trial. */
final class TrialsTable extends TableView<Entry> {
    private static final double SIGN_EM = 0.62;
    private static final double PADDING_EM = 2.4;
    private static final int MIN_SIGNS = 7;
    private static final int OUTCOME_SIGNS = 14;

    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final FilteredList<Entry> within = new FilteredList<>(entries);
    private @Nullable SweepPlan plan;

    TrialsTable() {
        setId("sweep-table");
        setAccessibleText("Trials");
        setPlaceholder(new Label("No trial has ended yet"));
        SortedList<Entry> sorted = new SortedList<>(within);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
    }

    void show(SweepPlan of, List<Entry> all) {
        if (!of.equals(plan)) {
            plan = of;
            List<TableColumn<Entry, ?>> made = new ArrayList<>();
            made.add(column("Trial", MIN_SIGNS, true, Entry::trial, Comparator.<Integer>naturalOrder()));
            made.add(column("Validation loss", MIN_SIGNS, true, Entry::loss, Comparator.<Double>naturalOrder()));
            made.add(column("Outcome", OUTCOME_SIGNS, false, Entry::outcome, Comparator.<String>naturalOrder()));
            of.varied().forEach(setting -> made.add(column(of, setting)));
            getColumns().setAll(made);
        }
        Entry selected = getSelectionModel().getSelectedItem();
        entries.setAll(all);
        if (selected != null) {
            getSelectionModel().select(selected);
        }
    }

    /** Leaves out what is not within the brushes of the chart. */
    void filter(Predicate<Entry> isWithin) {
        within.setPredicate(isWithin::test);
    }

    private static TableColumn<Entry, ?> column(SweepPlan plan, Setting<?> setting) {
        boolean isNumber = setting.isNumber();
        Comparator<String> words = String.CASE_INSENSITIVE_ORDER;
        return column(
                setting.title(),
                MIN_SIGNS,
                isNumber,
                entry -> {
                    Trial trial = plan.trial(entry.trial());
                    return trial == null ? "" : setting.text(trial.settings());
                },
                isNumber ? Comparator.comparingDouble(Double::parseDouble) : words);
    }

    private static <T> TableColumn<Entry, T> column(
            String title, int signs, boolean isNumber, Function<Entry, T> value, Comparator<T> order) {
        TableColumn<Entry, T> column = new TableColumn<>(title);
        column.setPrefWidth(Font.getDefault().getSize() * (SIGN_EM * Math.max(signs, title.length()) + PADDING_EM));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(table -> new ValueCell<>(isNumber));
        column.setComparator(order);
        return column;
    }

    private static final class ValueCell<T> extends TableCell<Entry, T> {
        ValueCell(boolean isNumber) {
            if (isNumber) {
                getStyleClass().add("number");
            }
        }

        @Override
        protected void updateItem(@Nullable T value, boolean empty) {
            super.updateItem(value, empty);
            setText(value == null || empty ? "" : value instanceof Double loss ? Formats.loss(loss) : value.toString());
        }
    }
}
