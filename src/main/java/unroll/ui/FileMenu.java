package unroll.ui;

import static unroll.ui.control.MenuItems.of;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import unroll.session.RecentFiles;
import unroll.session.lesson.BundledLessons;
import unroll.ui.chart.ChartExport;
import unroll.ui.model.WindowModel;

/** Texts, models, exports. */
final class FileMenu extends Menu {
    private final WindowModel window;
    private final Documents documents;
    private final Menu recent = new Menu("_Recent");

    FileMenu(WindowModel window, Documents documents, ChartExport charts, Runnable quit) {
        super("_File");
        this.window = window;
        this.documents = documents;
        recent.setId("recent-menu");
        fillRecent();
        setOnShowing(event -> fillRecent());
        getItems()
                .addAll(
                        of("menu-open-text", "_Open Text…", "Shortcut+O", documents.texts()::choose),
                        of("menu-paste-text", "_Paste Text…", "Shortcut+Shift+V", documents::paste),
                        bundled(),
                        of("menu-catalog", "_Get a Corpus…", documents::showCatalog),
                        recent,
                        lessons(),
                        new SeparatorMenuItem(),
                        of("menu-open-model", "Open _Model…", "Shortcut+Shift+O", documents.switcher()::open),
                        needsModel(of("menu-save", "_Save Model", "Shortcut+S", documents.saver()::save)),
                        needsModel(
                                of("menu-save-as", "Save Model _As…", "Shortcut+Shift+S", documents.saver()::saveAs)),
                        new SeparatorMenuItem(),
                        needsModel(of("menu-png", "Export Charts as P_NG…", charts::choosePicture)),
                        needsModel(of("menu-csv", "Export Curves as _CSV…", charts::chooseTable)),
                        needsModel(of("menu-report", "Export _Lab Report…", documents.reports()::show)),
                        needsModel(of("menu-film", "Export _Film…", documents.film()::choose)),
                        of("menu-compare", "_Compare Runs…", documents.compare()::choose),
                        new SeparatorMenuItem(),
                        of("menu-quit", "_Quit", "Shortcut+Q", quit));
    }

    /** Enabled only where there is a trained model. */
    private MenuItem needsModel(MenuItem item) {
        window.statusProperty().subscribe(status -> item.setDisable(!window.hasTrainedModel()));
        return item;
    }

    private Menu bundled() {
        Menu menu = new Menu("_Bundled Texts");
        for (String title : List.of("_Drama", "_Tales", "_Plants")) {
            String name = title.substring(1).toLowerCase(Locale.ROOT);
            menu.getItems()
                    .add(of("menu-" + name, title, () -> documents.texts().openBundled(name + ".txt")));
        }
        return menu;
    }

    private Menu lessons() {
        Menu menu = new Menu("Le_ssons");
        BundledLessons.titles().forEach((file, title) -> {
            MenuItem item = of(
                    "menu-lesson-" + (menu.getItems().size() + 1),
                    title,
                    () -> documents.lessons().openBundled(file));
            menu.getItems().add(item);
        });
        menu.getItems()
                .addAll(new SeparatorMenuItem(), of("menu-open-lesson", "_Open Lesson…", documents.lessons()::choose));
        return menu;
    }

    private void fillRecent() {
        RecentFiles files = window.session().recentFiles();
        List<MenuItem> items = new ArrayList<>();
        files.models().forEach(file -> items.add(recentItem(file)));
        if (!files.models().isEmpty() && !files.corpora().isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        files.corpora().forEach(file -> items.add(recentItem(file)));
        recent.setDisable(items.isEmpty());
        recent.getItems().setAll(items);
    }

    private MenuItem recentItem(Path file) {
        MenuItem item = new MenuItem(file.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> documents.open(file));
        return item;
    }
}
