package unroll.ui;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;

/** The pages of the centre. Each is made when it is first looked at, so that the start waits for none but the first. */
final class Pages extends TabPane {
    Pages() {
        setId("pages");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        setMinWidth(0);
    }

    /**
     * Adds a page behind the others.
     *
     * @param make makes what is on it, given whether it is in sight
     */
    void add(String id, String title, Function<ObservableValue<Boolean>, Region> make) {
        Tab tab = new Tab(title);
        tab.setId(id);
        tab.selectedProperty().subscribe(selected -> {
            if (selected && tab.getContent() == null) {
                tab.setContent(Columns.scrolling(make.apply(tab.selectedProperty())));
            }
        });
        getTabs().add(tab);
    }

    /** Turns to a page. */
    void show(String id) {
        getTabs().stream().filter(tab -> id.equals(tab.getId())).forEach(getSelectionModel()::select);
    }
}
