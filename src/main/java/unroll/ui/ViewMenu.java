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
import unroll.ui.pages.Page;
import unroll.ui.pages.Pages;
import unroll.ui.projector.Projector;

/** Pages, zoom, theme, and the projector. */
final class ViewMenu extends Menu {
    ViewMenu(
            Pages pages,
            Zoom zoom,
            Theme theme,
            ReducedMotion motion,
            Projector projector,
            BooleanProperty settingsShown) {
        super("_View");
        getItems()
                .addAll(
                        pages(pages),
                        pin(pages),
                        unpin(pages),
                        projector(projector),
                        settings(settingsShown),
                        new SeparatorMenuItem(),
                        MenuItems.of("menu-zoom-in", "Zoom _In", "Shortcut+Plus", zoom::in),
                        MenuItems.of("menu-zoom-out", "Zoom _Out", "Shortcut+Minus", zoom::out),
                        MenuItems.of("menu-actual-size", "_Actual Size", "Shortcut+0", zoom::actualSize),
                        new SeparatorMenuItem(),
                        themes(theme),
                        reducedMotion(motion));
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

    private static MenuItem pin(Pages pages) {
        MenuItem item = MenuItems.of(
                "menu-pin", "P_in Beside", () -> pages.pin(pages.selectedPage().getValue()));
        item.visibleProperty().bind(pages.roomProperty());
        return item;
    }

    private static MenuItem unpin(Pages pages) {
        MenuItem item = MenuItems.of("menu-unpin", "_Unpin", pages::unpin);
        item.visibleProperty().bind(pages.pinnedProperty());
        return item;
    }

    private static MenuItem projector(Projector projector) {
        CheckMenuItem item = new CheckMenuItem("Pro_jector");
        item.setId("menu-projector");
        item.setAccelerator(KeyCombination.keyCombination("F11"));
        item.selectedProperty().bindBidirectional(projector.onProperty());
        return item;
    }

    private static MenuItem settings(BooleanProperty shown) {
        CheckMenuItem item = new CheckMenuItem("_Settings Column");
        item.setId("menu-settings-column");
        item.setAccelerator(KeyCombination.keyCombination("F9"));
        item.selectedProperty().bindBidirectional(shown);
        return item;
    }

    private static MenuItem reducedMotion(ReducedMotion motion) {
        CheckMenuItem item = new CheckMenuItem("_Reduce Motion");
        item.setId("menu-reduce-motion");
        item.selectedProperty().bindBidirectional(motion.reducedProperty());
        return item;
    }

    private static MenuItem themes(Theme theme) {
        Menu menu = new Menu("_Theme");
        ToggleGroup group = new ToggleGroup();
        for (Theme.Choice choice : Theme.Choice.values()) {
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
