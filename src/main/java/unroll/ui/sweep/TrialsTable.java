package unroll.ui.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import unroll.message.Formats;
import unroll.settings.Setting;
import unroll.sweep.SweepPlan;
import unroll.sweep.SweepTable.Entry;
import unroll.sweep.Trial;
import unroll.ui.control.TableColumns;

/** The trials that have ended: sorted by a click on a heading, one row a trial. */
final class TrialsTable extends TableView<Entry> {
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
            made.add(column(
                    "Trial",
                    MIN_SIGNS,
                    true,
                    entry -> Integer.toString(entry.trial()),
                    Comparator.comparingInt(Entry::trial)));
            made.add(column(
                    "Validation loss",
                    MIN_SIGNS,
                    true,
                    entry -> Formats.loss(entry.loss()),
                    Comparator.comparingDouble(Entry::loss)));
            made.add(column("Outcome", OUTCOME_SIGNS, false, Entry::outcome, Comparator.comparing(Entry::outcome)));
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
        Function<Entry, String> value = entry -> {
            Trial trial = plan.trial(entry.trial());
            return trial == null ? "" : setting.text(trial.settings());
        };
        return column(
                setting.title(),
                MIN_SIGNS,
                isNumber,
                value,
                isNumber
                        ? Comparator.comparingDouble(entry -> Double.parseDouble(value.apply(entry)))
                        : Comparator.comparing(value, String.CASE_INSENSITIVE_ORDER));
    }

    private static TableColumn<Entry, ?> column(
            String title, int signs, boolean isNumber, Function<Entry, String> text, Comparator<Entry> order) {
        TableColumn<Entry, Entry> column = TableColumns.of(title, isNumber, text, order);
        TableColumns.fit(column, signs, Font.getDefault().getSize());
        return column;
    }
}
