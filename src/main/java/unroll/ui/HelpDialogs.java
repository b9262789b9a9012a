package unroll.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import unroll.matrix.Products;

/** The help menu's three windows. */
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
        {"F11", "Projector on, off"},
        {"1 … 9, S, 0", "Projector: pages, samples, whole window"},
        {"Page Down, Page Up", "Projector: next panel, panel before"},
        {"Enter in the prime text", "Write"},
        {"Ctrl+Q", "Quit"},
    };

    private final Window owner;

    HelpDialogs(Window owner) {
        this.owner = owner;
    }

    void guide() {
        TextArea text = new TextArea(resource("guide.txt"));
        text.setId("guide-text");
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().add("guide");
        show("User Guide", text);
    }

    void shortcuts() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcuts");
        for (int row = 0; row < SHORTCUTS.length; row++) {
            Label keys = new Label(SHORTCUTS[row][0]);
            keys.getStyleClass().add("keys");
            grid.addRow(row, keys, new Label(SHORTCUTS[row][1]));
        }
        show("Keyboard Shortcuts", grid);
    }

    void about() {
        Label title = new Label("Unroll " + version());
        title.getStyleClass().add("about-title");
        VBox box = new VBox(
                title,
                new Label("A laboratory for character-level recurrent networks."),
                new Label("Java %s, JavaFX %s, %s"
                        .formatted(
                                System.getProperty("java.version"),
                                System.getProperty("javafx.version"),
                                System.getProperty("os.name"))),
                new Label("Products by " + Products.current().description()),
                new Label("Apache License 2.0"));
        box.getStyleClass().add("fields");
        show("About Unroll", box);
    }

    private void show(String title, Node content) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.show();
    }

    /** Of this program. */
    static String version() {
        String version = HelpDialogs.class.getPackage().getImplementationVersion();
        return version == null ? "(from source)" : version;
    }

    private static String resource(String name) {
        try (InputStream in = HelpDialogs.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file " + name + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
