package unroll.ui;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.session.ModelSettings;
import unroll.ui.chart.ChartsPane;
import unroll.ui.desk.Desk;
import unroll.ui.diagram.Stack;
import unroll.ui.diagram.Switchboard;
import unroll.ui.diagram.Wanted;
import unroll.ui.lens.CoachLine;
import unroll.ui.results.ResultsPage;

/** The pages of the centre. Each is made when it is first looked at, so that the start waits for none but the first. */
final class Pages extends TabPane {
    private static final String NETWORK = "network-page";

    private final Desk desk;

    /**
     * @param useTask what to do with a task that is to be used; null where nothing can be done with it yet
     * @param gradients makes the page of the gradient, given whether it is in sight
     */
    Pages(
            Desk desk,
            ChartsPane charts,
            @Nullable Consumer<Wanted> useTask,
            Function<ObservableValue<Boolean>, Region> gradients) {
        this.desk = desk;
        setId("pages");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        setMinWidth(0);
        add("curves-page", "Curves", () -> curves(charts));
        add(NETWORK, "Network", () -> switchboard(useTask));
        add("results-page", "Results", () -> new ResultsPage(desk, isInFront("results-page")));
        add("gradients-page", "Gradients", () -> gradients.apply(isInFront("gradients-page")));
    }

    /** Turns to the kinds of network and their tasks. */
    void showNetwork() {
        getTabs().stream().filter(tab -> tab.getId().equals(NETWORK)).forEach(getSelectionModel()::select);
    }

    private void add(String id, String title, Supplier<Region> content) {
        Tab tab = new Tab(title);
        tab.setId(id);
        tab.selectedProperty().subscribe(selected -> {
            if (selected && tab.getContent() == null) {
                tab.setContent(Columns.scrolling(content.get()));
            }
        });
        getTabs().add(tab);
    }

    private VBox curves(ChartsPane charts) {
        VBox.setVgrow(charts, Priority.ALWAYS);
        return new VBox(charts, new CoachLine(desk));
    }

    private ObservableValue<Boolean> isInFront(String id) {
        return getSelectionModel().selectedItemProperty().map(tab -> tab.getId().equals(id));
    }

    private Switchboard switchboard(@Nullable Consumer<Wanted> useTask) {
        Switchboard board = new Switchboard(useTask);
        desk.statusProperty().subscribe(status -> {
            ModelSettings model = status.settings().model();
            board.show(new Stack(model.cell(), model.layers()));
        });
        return board;
    }
}
