package unroll.ui.sweep;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import unroll.sweep.SweepPlan;
import unroll.sweep.SweepTable;
import unroll.ui.control.Buttons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.Tips;

/** The trials of a sweep that have ended, as lines above and as a table below. */
final class TrialsView extends BorderPane {
    private final TrialsTable table = new TrialsTable();
    private final TrialsChart chart;
    private final Button compare;

    /** @param picked gets the trial whose model is to be opened */
    TrialsView(Consumer<SweepTable.Entry> picked, Runnable compared) {
        chart = new TrialsChart(picked, this::filter);
        compare = Buttons.of("sweep-compare", "_Compare Runs", Feather.BAR_CHART_2, compared);
        compare.setDisable(true);
        Tips.on(compare, "Opens the table in a window with all figures of the runs.");
        var selection = table.getSelectionModel();
        selection
                .selectedItemProperty()
                .subscribe(entry -> chart.chosenProperty().set(entry));
        Button model = Buttons.of(
                "sweep-open-model", "Open _Model", Feather.BOX, () -> picked.accept(selection.getSelectedItem()));
        model.disableProperty().bind(selection.selectedItemProperty().isNull());
        Tips.on(
                model,
                "Makes the model of the trial that is chosen in the table the window’s model. Yours is set aside.");
        SplitPane halves = new SplitPane(chart, table);
        halves.setOrientation(Orientation.VERTICAL);
        halves.setDividerPositions(0.6);
        setCenter(halves);
        setTop(Nodes.styled(
                new FlowPane(
                        Labels.hint("Drag along an axis to filter; click a line to open its model."), model, compare),
                "compare-controls"));
    }

    /** @param pixels height of the letter em */
    void setEm(double pixels) {
        table.setEm(pixels);
    }

    void show(SweepPlan plan, List<SweepTable.Entry> entries) {
        table.show(plan, entries);
        chart.show(plan, entries);
        filter();
        compare.setDisable(entries.isEmpty());
    }

    private void filter() {
        table.filter(chart::isWithin);
    }
}
