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
import org.jspecify.annotations.Nullable;
import unroll.message.Formats;
import unroll.settings.Setting;
import unroll.sweep.SweepPlan;
import unroll.sweep.SweepTable.Entry;
import unroll.sweep.Trial;
import unroll.ui.control.ComparisonTable;

/** The trials that have ended, one row a trial. */
final class TrialsTable extends ComparisonTable<Entry> {
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final FilteredList<Entry> within = new FilteredList<>(entries);
    private @Nullable SweepPlan plan;

    TrialsTable() {
        super("sweep-table", "Trials", "No trial has ended yet");
        SortedList<Entry> sorted = new SortedList<>(within);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
    }

    void show(SweepPlan of, List<Entry> all) {
        if (!of.equals(plan)) {
            plan = of;
            List<TextColumn<Entry>> made = new ArrayList<>();
            made.add(new TextColumn<>(
                    "Trial", true, entry -> Integer.toString(entry.trial()), Comparator.comparingInt(Entry::trial)));
            made.add(new TextColumn<>(
                    "Validation loss",
                    true,
                    entry -> Formats.loss(entry.loss()),
                    Comparator.comparingDouble(Entry::loss)));
            made.add(new TextColumn<>("Outcome", false, Entry::outcome, Comparator.comparing(Entry::outcome)));
            of.varied().forEach(setting -> made.add(column(of, setting)));
            columns(made);
        }
        Entry selected = getSelectionModel().getSelectedItem();
        entries.setAll(all);
        fit(all);
        if (selected != null) {
            getSelectionModel().select(selected);
        }
    }

    /** Leaves out what is not within the brushes of the chart. */
    void filter(Predicate<Entry> isWithin) {
        within.setPredicate(isWithin::test);
    }

    private static TextColumn<Entry> column(SweepPlan plan, Setting<?> setting) {
        boolean isNumber = setting.isNumber();
        Function<Entry, String> value = entry -> {
            Trial trial = plan.trial(entry.trial());
            return trial == null ? "" : setting.text(trial.settings());
        };
        return new TextColumn<>(
                setting.title(),
                isNumber,
                value,
                isNumber
                        ? Comparator.comparingDouble(entry -> Double.parseDouble(value.apply(entry)))
                        : Comparator.comparing(value, String.CASE_INSENSITIVE_ORDER));
    }
}
