package unroll.ui.diagram;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.ui.control.Buttons;
import unroll.ui.control.Field;
import unroll.ui.control.Labels;

/** The tasks of a kind; the chosen one opens and shows its options. */
final class TaskList extends VBox {
    private final DiagramType kind;
    private final Consumer<NetworkTypePage.Selection> use;
    private final ToggleGroup group = new ToggleGroup();

    /** @param use what to do with the task that is to be used */
    TaskList(DiagramType kind, Consumer<NetworkTypePage.Selection> use) {
        this.kind = kind;
        this.use = use;
        getStyleClass().add("task-list");
        kind.tasks().forEach(task -> getChildren().add(entry(task)));
        if (!group.getToggles().isEmpty()) {
            group.selectToggle(group.getToggles().get(0));
        }
    }

    private VBox entry(Task task) {
        TaskDescription about = task.about();
        RadioButton choice = new RadioButton(
                kind == DiagramType.DEEP
                        ? "%s (%s)"
                                .formatted(about.title(), about.type().title().toLowerCase(Locale.ROOT))
                        : about.title());
        choice.setId("task-" + about.name());
        choice.setToggleGroup(group);
        choice.setAccessibleHelp(about.learns() + " " + about.watch());
        choice.getStyleClass().add("task-title");
        Label learns = Labels.wrapped(about.learns());
        VBox body = new VBox(learns);
        body.getStyleClass().add("task-body");
        learns.setOnMouseClicked(event -> choice.setSelected(true));
        choice.selectedProperty().subscribe(chosen -> {
            if (chosen) {
                open(task, body);
            } else {
                body.getChildren().setAll(learns);
            }
        });
        VBox entry = new VBox(choice, body);
        entry.getStyleClass().add("task-entry");
        return entry;
    }

    private void open(Task task, VBox body) {
        body.getChildren().add(Labels.wrapped(task.about().watch()));
        TaskForm form = new TaskForm(task);
        Button button = Buttons.of(
                "use-task-button",
                "Use this task",
                () -> Field.refusedIn(form)
                        .ifPresentOrElse(
                                Field::reveal,
                                () -> use.accept(new NetworkTypePage.Selection(form.choice(), kind.layers(task)))));
        button.getStyleClass().add("accent");
        if (!task.options().isEmpty()) {
            body.getChildren().add(form);
        }
        body.getChildren().add(button);
    }
}
