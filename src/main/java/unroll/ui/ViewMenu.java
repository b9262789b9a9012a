package unroll.ui;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import unroll.ui.control.MenuItems;
import unroll.ui.pages.Page;
import unroll.ui.pages.Pages;
import unroll.ui.projector.Projector;

/** Pages, zoom, theme, and the projector. */
final class ViewMenu extends Menu {
    ViewMenu(
            Pages pages,
            Zoom zoom,
            Theme theme,
            BooleanProperty reducedMotion,
            Projector projector,
            BooleanProperty settingsShown) {
        super("_View");
        getItems()
                .addAll(
                        pages(pages),
                        pages.pinItem(),
                        pages.unpinItem(),
                        check("menu-projector", "Pro_jector", "F11", projector.onProperty()),
                        check("menu-settings-column", "_Settings Column", "F9", settingsShown),
                        new SeparatorMenuItem(),
                        MenuItems.of("menu-zoom-in", "Zoom _In", "Shortcut+Plus", zoom::in),
                        MenuItems.of("menu-zoom-out", "Zoom _Out", "Shortcut+Minus", zoom::out),
                        MenuItems.of("menu-actual-size", "_Actual Size", "Shortcut+0", zoom::actualSize),
                        new SeparatorMenuItem(),
                        themes(theme),
                        MenuItems.check("menu-reduce-motion", "_Reduce Motion", reducedMotion));
    }

    private static MenuItem check(String id, String words, String key, BooleanProperty state) {
        MenuItem item = MenuItems.check(id, words, state);
        item.setAccelerator(KeyCombination.keyCombination(key));
        return item;
    }

    /** The first nine by their digits too. */
    private static MenuItem pages(Pages pages) {
        Menu menu = new Menu("_Pages");
        for (Page page : pages.all()) {
            CheckMenuItem item = new CheckMenuItem(page.getText());
            item.setId("menu-" + page.getId());
            item.setOnAction(event -> {
                pages.show(page);
                item.setSelected(page.isSelected());
            });
            page.selectedProperty().subscribe(item::setSelected);
            // A lesson may take it away for a while.
            item.visibleProperty().bind(page.tabPaneProperty().isNotNull());
            if (!page.shortcut().isEmpty()) {
                item.setAccelerator(KeyCombination.keyCombination("Shortcut+" + page.shortcut()));
            }
            menu.getItems().add(item);
        }
        return menu;
    }

    private static MenuItem themes(Theme theme) {
        Menu menu = new Menu("_Theme");
        ToggleGroup group = new ToggleGroup();
        for (Theme.ThemeChoice choice : Theme.ThemeChoice.values()) {
            RadioMenuItem item = new RadioMenuItem(choice.title());
            item.setId("theme-" + choice.name().toLowerCase(Locale.ROOT));
            item.setToggleGroup(group);
            item.setOnAction(event -> theme.choiceProperty().set(choice));
            theme.choiceProperty().subscribe(now -> item.setSelected(now == choice));
            menu.getItems().add(item);
        }
        return menu;
    }
}
