package unroll.ui.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TabPane;
import unroll.session.lesson.Control;

/** The pages of the center: the one list that tabs, menu, projector and lessons read. */
public final class Pages extends TabPane {
    private final List<Page> all = new ArrayList<>();

    public Pages() {
        setId("pages");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        setMinWidth(0);
    }

    /** Adds a page behind the others. */
    public void add(Page page) {
        all.add(page);
        getTabs().add(page);
    }

    /** Every page, also those that a lesson has taken away. */
    public List<Page> all() {
        return List.copyOf(all);
    }

    /** The pages that can be shown now. */
    public List<Page> offered() {
        return getTabs().stream().map(Page.class::cast).toList();
    }

    public ObservableValue<Page> selectedPage() {
        return getSelectionModel().selectedItemProperty().map(Page.class::cast);
    }

    /** The page that a lesson names. */
    public Optional<Page> page(Control control) {
        return all.stream().filter(page -> page.control() == control).findFirst();
    }

    /** Turns to a page, where it is offered. */
    public void show(Control control) {
        page(control).filter(getTabs()::contains).ifPresent(getSelectionModel()::select);
    }

    /** Takes pages away, and returns what brings them back. */
    public Runnable hide(Collection<Control> hidden) {
        getTabs().removeIf(tab -> hidden.contains(((Page) tab).control()));
        // One by one: tabs that were there meanwhile would otherwise keep their place in the row.
        return () -> {
            for (Page page : all) {
                if (!getTabs().contains(page)) {
                    getTabs().add(all.indexOf(page), page);
                }
            }
        };
    }
}
