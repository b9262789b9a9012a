package unroll.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.session.Preferences;
import unroll.session.lesson.BundledLessons;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.MenuItems;
import unroll.ui.control.Nodes;

/** Three ways to begin, over the window at the very first start; later the Help menu shows them. */
final class StartPage extends VBox {
    private static final String SEEN = "start-page-seen";

    private final List<ButtonBase> doors;

    /**
     * What the doors lead to.
     *
     * @param watch trains on the text that is open
     * @param teach shows the tasks
     */
    record Actions(Runnable watch, Runnable teach, Documents documents) {}

    StartPage(Actions actions) {
        doors = List.of(
                button(
                        "start-watch",
                        Feather.PLAY,
                        "Watch it learn",
                        "A network reads a play letter by letter and begins to write one.",
                        actions.watch()),
                button(
                        "start-teach",
                        Feather.TARGET,
                        "Teach a skill",
                        "Addition, capitals, languages, names: choose a task and its network.",
                        actions.teach()),
                lessons(actions.documents()));
        Label title = new Label("Where would you like to begin?");
        title.getStyleClass().add("start-title");
        FlowPane row = new FlowPane();
        row.getChildren().addAll(doors);
        row.getStyleClass().add("start-doors");
        Button close = new Button("Go to the window");
        close.setId("start-close");
        close.setOnAction(event -> Nodes.show(this, false));
        setId("start-page");
        getChildren().addAll(title, row, close, Labels.hint("Help > Start Page shows this again."));
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
            }
        });
        Nodes.show(this, false);
    }

    private MenuButton lessons(Documents documents) {
        MenuButton lessons = door(
                new MenuButton(),
                "start-lesson",
                Feather.BOOK_OPEN,
                "Take a lesson",
                "Five short lessons with questions, from the first training to overfitting.");
        BundledLessons.titles().forEach((file, name) -> {
            Runnable open = () -> enter(() -> documents.lessons().openBundled(file));
            lessons.getItems().add(MenuItems.of("start-" + file, name, open));
        });
        return lessons;
    }

    /** Before the window's own keys, of which the space bar would train behind this page. */
    private void key(KeyEvent event) {
        if (!isVisible()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            Nodes.show(this, false);
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE) {
            doors.stream()
                    .filter(Node::isFocused)
                    .findFirst()
                    .orElse(doors.get(0))
                    .fire();
            event.consume();
        }
    }

    private Button button(String id, Feather icon, String title, String words, Runnable action) {
        Button button = door(new Button(), id, icon, title, words);
        button.setOnAction(event -> enter(action));
        return button;
    }

    private static <B extends ButtonBase> B door(B door, String id, Feather icon, String title, String words) {
        Label name = new Label(title, Icons.of(icon));
        name.getStyleClass().add("start-door-title");
        VBox content = new VBox(name, Labels.hint(words));
        content.getStyleClass().add("fields");
        door.setId(id);
        door.setGraphic(content);
        door.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        door.setAccessibleText(title + ". " + words);
        door.getStyleClass().add("start-door");
        return door;
    }

    private void enter(Runnable action) {
        Nodes.show(this, false);
        action.run();
    }

    void show() {
        Nodes.show(this, true);
        doors.get(0).requestFocus();
    }

    /** Shows it where nobody has seen it yet. */
    void showFirst(Preferences memory) {
        if (memory.get(SEEN, "").isEmpty()) {
            memory.put(SEEN, "yes");
            show();
        }
    }
}
