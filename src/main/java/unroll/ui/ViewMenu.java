package unroll.ui;

import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** Zoom and theme. */
final class ViewMenu extends Menu {
    ViewMenu(Zoom zoom, Theme theme) {
        super("_View");
        getItems()
                .addAll(
                        MenuItems.of("menu-zoom-in", "Zoom _In", "Shortcut+Plus", zoom::in),
                        MenuItems.of("menu-zoom-out", "Zoom _Out", "Shortcut+Minus", zoom::out),
                        MenuItems.of("menu-actual-size", "_Actual Size", "Shortcut+0", zoom::actualSize),
                        new SeparatorMenuItem(),
                        themes(theme));
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
