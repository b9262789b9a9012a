package unroll.ui.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import unroll.session.Preferences;
import unroll.session.lesson.LessonTarget;
import unroll.ui.control.DigitKeys;
import unroll.ui.control.MenuItems;
import unroll.ui.model.FxThread;

/**
 * The pages of the center: the one list that tabs, menu, projector and lessons read. Where two have room, one of them is pinned
 * beside the others; where the room goes, it is a tab among them until the room is there again. A page that is looked at among the
 * others stays there until another is turned to, however the window changes.
 */
public final class Pages extends SplitPane {
    /** Of two pages: each is then about as wide as the only one of the smallest screen. */
    private static final double TWO_PAGES_EM = 80;

    private static final String PINNED = "pinned-page";
    private static final String NONE = "none";

    private final Preferences memory;
    private final ObservableList<Page> all = FXCollections.observableArrayList();
    private final FilteredList<Page> offered = new FilteredList<>(all);
    private final TabPane tabs = tabs("pages", TabPane.TabClosingPolicy.UNAVAILABLE);
    private final TabPane beside = tabs("pinned-pages", TabPane.TabClosingPolicy.ALL_TABS);
    private final BooleanProperty allowed = new SimpleBooleanProperty(true);
    /** Whether a page could stand beside the others: they are wide enough, and it is allowed. */
    private final BooleanProperty room = new SimpleBooleanProperty();

    private final BooleanProperty pinned = new SimpleBooleanProperty();
    private double pixels = 14;

    /** @param memory remembers which page is pinned; the page of the network where nobody has chosen */
    public Pages(Preferences memory) {
        this.memory = memory;
        setId("page-columns");
        setMinWidth(0);
        getItems().add(tabs);
        offered.addListener((ListChangeListener<Page>) change -> arrange());
        // Not while the window lays itself out, and the first frame does not wait for a second page.
        widthProperty().subscribe(width -> FxThread.later(this::measure));
        allowed.subscribe(this::measure);
        room.subscribe(this::arrange);
        tabs.getSelectionModel().selectedItemProperty().subscribe(selected -> FxThread.later(this::arrange));
    }

    private static TabPane tabs(String id, TabPane.TabClosingPolicy closing) {
        TabPane pane = new TabPane();
        pane.setId(id);
        pane.getStyleClass().add("page-tabs");
        pane.setTabClosingPolicy(closing);
        pane.setMinWidth(0);
        return pane;
    }

    /** Adds a page behind the others. */
    public void add(Page page) {
        page.setOnCloseRequest(event -> {
            event.consume();
            unpin();
        });
        page.disableProperty().subscribe((was, is) -> arrange());
        String name = page.control().word();
        ContextMenu menu = new ContextMenu(
                pinItem("pin-" + name, () -> page, page.tabPaneProperty().isNotEqualTo(beside)),
                unpinItem("unpin-" + name, page.tabPaneProperty().isEqualTo(beside)));
        page.contextMenuProperty().bind(room.map(offered -> offered ? menu : null));
        all.add(page);
    }

    /** Pins the page in front beside the others; there where they are wide enough for two, and it is allowed. */
    public MenuItem pinItem() {
        return pinItem("menu-pin", () -> selectedPage().getValue(), room);
    }

    private MenuItem pinItem(String id, Supplier<Page> page, ObservableValue<Boolean> visible) {
        MenuItem item = MenuItems.of(id, "P_in Beside", () -> pin(page.get()));
        item.visibleProperty().bind(visible);
        return item;
    }

    /** Puts the pinned page back among the others; there where one is pinned. */
    public MenuItem unpinItem() {
        return unpinItem("menu-unpin", pinned);
    }

    private MenuItem unpinItem(String id, ObservableValue<Boolean> visible) {
        MenuItem item = MenuItems.of(id, "_Unpin", this::unpin);
        item.visibleProperty().bind(visible);
        return item;
    }

    /** The pages that can be shown now; a lesson may take some away. */
    public ObservableList<Page> offered() {
        return offered;
    }

    /** Every page, also those that a lesson has taken away. */
    public List<Page> all() {
        return List.copyOf(all);
    }

    /** The page in front of the others, which is never the pinned one. */
    public ObservableValue<Page> selectedPage() {
        return tabs.getSelectionModel().selectedItemProperty().map(Page.class::cast);
    }

    /** The page that a lesson names. */
    public Optional<Page> page(LessonTarget control) {
        return all.stream().filter(page -> page.control() == control).findFirst();
    }

    /** Turns to a page, where it is offered. */
    public void show(LessonTarget control) {
        page(control).ifPresent(this::show);
    }

    /** Turns to a page, where it is offered; the pinned page is in sight already and takes the keyboard. */
    public void show(Page page) {
        TabPane pane = page.getTabPane();
        if (pane != null) {
            pane.getSelectionModel().select(page);
            if (pane == beside) {
                pane.requestFocus();
            }
        }
    }

    /** Ctrl and a digit turn to a page, on every keyboard: the menu's own keys know the digits of the upper row only. */
    public void watchKeys(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && !event.isAltDown()) {
                DigitKeys.digit(event).ifPresent(digit -> show(digit, event));
            }
        });
    }

    private void show(int digit, KeyEvent event) {
        for (Page page : offered) {
            if (page.shortcut().equals(Integer.toString(digit))) {
                show(page);
                event.consume();
            }
        }
    }

    /** Takes pages away, and returns what brings them back. */
    public Runnable hide(Collection<LessonTarget> hidden) {
        offered.setPredicate(page -> !hidden.contains(page.control()));
        return () -> offered.setPredicate(null);
    }

    /** Puts a page beside the others, now or as soon as there is room, and in later starts too. */
    private void pin(Page page) {
        memory.put(PINNED, page.control().word());
        tabs.getTabs().remove(page);
        arrange();
    }

    private void unpin() {
        memory.put(PINNED, NONE);
        arrange();
    }

    /** Whether a page may stand beside the others where there is room. */
    public BooleanProperty pinningAllowedProperty() {
        return allowed;
    }

    /** @param pixels height of the letter em, on which it depends whether two pages have room */
    public void setEm(double pixels) {
        this.pixels = pixels;
        measure();
    }

    private void measure() {
        room.set(allowed.get() && getWidth() >= TWO_PAGES_EM * pixels);
    }

    /** Puts every page where it belongs. */
    private void arrange() {
        Page second = room.get() ? pinnable() : null;
        List<Page> first = new ArrayList<>(offered);
        first.remove(second);
        beside.getTabs().removeIf(tab -> tab != second);
        tabs.getTabs().removeIf(tab -> !first.contains(tab));
        // One by one: tabs that were there meanwhile would otherwise keep their place in the row.
        for (Page page : first) {
            if (!tabs.getTabs().contains(page)) {
                tabs.getTabs().add(first.indexOf(page), page);
            }
        }
        if (second != null && beside.getTabs().isEmpty()) {
            beside.getTabs().add(second);
        }
        showBeside(second != null);
    }

    private void showBeside(boolean shown) {
        pinned.set(shown);
        if (shown && !getItems().contains(beside)) {
            getItems().add(beside);
            setDividerPositions(0.5);
        } else if (!shown) {
            getItems().remove(beside);
        }
    }

    /** The page to be pinned, where a lesson leaves it and another one, and nobody looks at it among the others. */
    private @Nullable Page pinnable() {
        String name = memory.get(PINNED, LessonTarget.NETWORK.word());
        return offered.stream()
                .filter(page -> page.control().word().equals(name))
                .filter(page -> !page.isDisable() && page != selectedPage().getValue() && offered.size() > 1)
                .findFirst()
                .orElse(null);
    }
}
