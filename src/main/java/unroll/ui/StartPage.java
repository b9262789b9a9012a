package unroll.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.session.Preferences;
import unroll.session.lesson.BundledLessons;
import unroll.ui.control.Buttons;
import unroll.ui.control.Icons;
import unroll.ui.control.KeyEvents;
import unroll.ui.control.Labels;
import unroll.ui.control.MenuItems;
import unroll.ui.control.Nodes;

/** Three ways to begin, over the window at the very first start; later the Help menu shows them. */
final class StartPage extends VBox {
    private static final String SEEN = "start-page-seen";

    private final List<ButtonBase> doors;

    /**
     * @param watch trains on the text that is open
     * @param teach shows the tasks
     * @param lesson opens the lesson of a file
     */
    StartPage(Runnable watch, Runnable teach, Consumer<String> lesson) {
        doors = List.of(
                button(
                        "start-watch",
                        Feather.PLAY,
                        "Watch it learn",
                        "A network reads a play letter by letter and begins to write one.",
                        watch),
                button(
                        "start-teach",
                        Feather.TARGET,
                        "Teach a skill",
                        "Addition, capitals, languages, names: choose a task and its network.",
                        teach),
                lessons(lesson));
        Label title = Nodes.styled(new Label("Where would you like to begin?"), "start-title");
        FlowPane row = Nodes.styled(new FlowPane(), "start-doors");
        row.getChildren().addAll(doors);
        Button close = Buttons.of("start-close", "Go to the window", () -> Nodes.show(this, false));
        setId("start-page");
        getChildren().addAll(title, row, close, Labels.hint("Help > Start Page shows this again."));
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                KeyEvents.onPress(scene, event -> isVisible() && acts(event.getCode()));
            }
        });
        Nodes.show(this, false);
    }

    private MenuButton lessons(Consumer<String> lesson) {
        MenuButton lessons = door(
                new MenuButton(),
                "start-lesson",
                Feather.BOOK_OPEN,
                "Take a lesson",
                "Five short lessons with questions, from the first training to overfitting.");
        BundledLessons.titles().forEach((file, name) -> {
            MenuItem item = MenuItems.of("start-" + file, name, () -> enter(() -> lesson.accept(file)));
            lessons.getItems().add(item);
        });
        return lessons;
    }

    /** Before the window's own keys, of which the space bar would train behind this page. */
    private boolean acts(KeyCode key) {
        if (key == KeyCode.ESCAPE) {
            Nodes.show(this, false);
        } else if (key == KeyCode.SPACE) {
            doors.stream()
                    .filter(Node::isFocused)
                    .findFirst()
                    .orElse(doors.get(0))
                    .fire();
        }
        return key == KeyCode.ESCAPE || key == KeyCode.SPACE;
    }

    private Button button(String id, Feather icon, String title, String words, Runnable action) {
        Button button = door(new Button(), id, icon, title, words);
        button.setOnAction(event -> enter(action));
        return button;
    }

    private static <B extends ButtonBase> B door(B door, String id, Feather icon, String title, String words) {
        Label name = Nodes.styled(new Label(title, Icons.of(icon)), "start-door-title");
        VBox content = Nodes.styled(new VBox(name, Labels.hint(words)), "fields");
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
