package unroll.ui.compare;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import unroll.plot.Axis;
import unroll.session.report.ReportColumn;
import unroll.session.report.RunRow;
import unroll.ui.chart.NodeImage;
import unroll.ui.control.Buttons;
import unroll.ui.control.Choice;
import unroll.ui.control.Tips;

/** The runs of a room: as dots above, as a table below, the one choosing in the other. */
final class ComparePane extends BorderPane {
    private final ScatterView chart = new ScatterView();
    private final RunsView table = new RunsView();
    private final Choice<ReportColumn> across = choice("compare-x", "_X axis", ReportColumn.HIDDEN);
    private final Choice<ReportColumn> up = choice("compare-y", "_Y axis", ReportColumn.VALIDATION_LOSS);
    private final CheckBox log = new CheckBox("Log _scale");
    private final Label state = new Label();
    private List<RunRow> runs = List.of();

    ComparePane(Runnable add, Runnable export) {
        log.setId("compare-log");
        Tips.on(log, "Spaces the numbers across by factors, so that 32, 64 and 128 stand equally far apart.");
        across.tip("The number along the x axis. Runs without this number are left out.");
        up.tip("The number along the y axis. Runs without this number are left out.");
        across.onChoice(column -> draw());
        up.onChoice(column -> draw());
        log.selectedProperty().subscribe(on -> draw());
        state.setId("compare-state");
        state.setWrapText(true);
        state.getStyleClass().add("compare-state");
        SplitPane halves = new SplitPane(chart, table);
        halves.setOrientation(Orientation.VERTICAL);
        halves.setDividerPositions(0.6);
        setTop(controls(add, export));
        setCenter(halves);
        setBottom(state);
        state.fontProperty().subscribe(font -> table.setEm(font.getSize()));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(run -> chart.chosenProperty().set(run));
        chart.chosenProperty().subscribe(run -> {
            if (run != null && run != table.getSelectionModel().getSelectedItem()) {
                table.getSelectionModel().select(indexOf(run));
                table.scrollTo(indexOf(run));
            }
        });
    }

    /** Of the very run: two runs may have the same numbers. */
    private int indexOf(RunRow run) {
        List<RunRow> rows = table.getItems();
        int at = 0;
        while (at < rows.size() - 1 && rows.get(at) != run) {
            at++;
        }
        return at;
    }

    private static Choice<ReportColumn> choice(String id, String label, ReportColumn first) {
        Choice<ReportColumn> choice = new Choice<>(id, label, ReportColumn.numbers(), ReportColumn::title);
        choice.show(first);
        return choice;
    }

    private FlowPane controls(Runnable add, Runnable export) {
        // Where there is no room for all of them in a line, they take two.
        FlowPane row = new FlowPane(
                across,
                up,
                log,
                Buttons.of("compare-add-button", "_Add Files…", Feather.PLUS, add),
                Buttons.of("compare-export-button", "_Export Chart as PNG…", Feather.SHARE, export));
        row.getStyleClass().add("compare-controls");
        return row;
    }

    List<RunRow> runs() {
        return runs;
    }

    void show(List<RunRow> all) {
        runs = List.copyOf(all);
        chart.chosenProperty().set(null);
        table.show(runs);
        draw();
    }

    private void draw() {
        chart.show(Scatter.of(
                runs, across.value(), up.value(), log.isSelected() ? Axis.AxisScale.LOG : Axis.AxisScale.LINEAR));
    }

    /** Says something below the table. */
    void showMessage(String sentence) {
        state.setText(sentence);
    }

    NodeImage picture() {
        return NodeImage.of(chart, chart.palette());
    }
}
