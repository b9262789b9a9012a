package unroll.ui;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import unroll.matrix.Products;
import unroll.session.report.ReportMetadata;
import unroll.ui.control.Dialogs;
import unroll.ui.control.MenuItems;
import unroll.ui.control.Nodes;
import unroll.ui.guide.GuideWindow;

/** The help menu, and its three windows. */
final class HelpDialogs {
    private static final String[][] SHORTCUTS = {
        {"Space", "Train, pause"},
        {"Ctrl+T", "Train, pause (also while typing)"},
        {"Ctrl+E", "One step"},
        {"Ctrl+R", "Reset"},
        {"Ctrl+O", "Open a text"},
        {"Ctrl+Shift+V", "Paste a text"},
        {"Ctrl+Shift+O", "Open a model"},
        {"Ctrl+S", "Save the model"},
        {"Ctrl+Shift+S", "Save the model as …"},
        {"Ctrl+Shift+C", "Copy all samples"},
        {"Ctrl and +, −, 0", "Larger, smaller, actual size"},
        {"Ctrl+1 … Ctrl+9", "The pages of the center"},
        {"F1", "User guide; there, Ctrl+F searches"},
        {"Escape", "Close a dialog or the guide"},
        {"F8", "Reset class: everything as at the start"},
        {"F9", "Settings column shown, folded away"},
        {"F11", "Projector on, off"},
        {"1 … 9, S, L, 0", "Projector: pages, samples, lesson, whole window"},
        {"Page Down, Page Up", "Projector: next / previous panel"},
        {"Enter in the prime text", "Write"},
        {"Ctrl+Q", "Quit"},
    };

    private final Stage owner;
    private @Nullable GuideWindow guide;

    HelpDialogs(Stage owner) {
        this.owner = owner;
    }

    /** @param start shows the start page */
    Menu menu(Runnable start) {
        return new Menu(
                "_Help",
                null,
                MenuItems.of("menu-guide", "User _Guide", "F1", this::guide),
                MenuItems.of("menu-start-page", "_Start Page", start),
                MenuItems.of("menu-shortcuts", "_Keyboard Shortcuts", this::shortcuts),
                new SeparatorMenuItem(),
                MenuItems.of("menu-about", "_About Unroll", this::about));
    }

    private void guide() {
        GuideWindow window = guide == null ? new GuideWindow(owner) : guide;
        guide = window;
        window.show();
    }

    private void shortcuts() {
        GridPane grid = Nodes.styled(new GridPane(), "shortcuts");
        for (int row = 0; row < SHORTCUTS.length; row++) {
            Label keys = Nodes.styled(new Label(SHORTCUTS[row][0]), "keys");
            grid.addRow(row, keys, new Label(SHORTCUTS[row][1]));
        }
        Dialogs.of(owner, "Keyboard Shortcuts", grid, ButtonType.CLOSE).show();
    }

    private void about() {
        Label title = Nodes.styled(new Label("Unroll " + ReportMetadata.thisProgram()), "about-title");
        VBox box = new VBox(
                title,
                new Label("A laboratory for character-level recurrent networks."),
                new Label("Java %s, JavaFX %s, %s"
                        .formatted(
                                System.getProperty("java.version"),
                                System.getProperty("javafx.version"),
                                System.getProperty("os.name"))),
                new Label("Matrix library: " + Products.current().description()),
                new Label("Apache License 2.0"));
        box.getStyleClass().add("fields");
        Dialogs.of(owner, "About Unroll", box, ButtonType.CLOSE).show();
    }

    /** Of this program. */
    static String version() {
        return ReportMetadata.thisProgram();
    }
}
