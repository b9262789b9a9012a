package unroll.ui.diagram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import unroll.message.NumericRange;
import unroll.task.OptionValues;
import unroll.task.Task;
import unroll.task.TaskConfig;
import unroll.task.TaskOption;
import unroll.ui.control.NumberField;

/** The switches of a task as fields, made from what the options say of themselves. */
final class TaskForm extends VBox {
    private final Task task;
    /** What stands in each field, as text. */
    private final Map<TaskOption<?>, Supplier<String>> entries = new LinkedHashMap<>();

    TaskForm(Task task) {
        this.task = task;
        getStyleClass().add("fields");
        task.options().forEach(this::add);
    }

    /** The task with what was entered. */
    TaskConfig choice() {
        OptionValues choices = OptionValues.standard(task.options());
        for (Map.Entry<TaskOption<?>, Supplier<String>> entry : entries.entrySet()) {
            choices = choices.with(entry.getKey(), entry.getValue().get());
        }
        return new TaskConfig(task, choices);
    }

    private void add(TaskOption<?> option) {
        if (option instanceof TaskOption.Whole whole) {
            NumberField field = new NumberField(
                    id(option),
                    "%s (%s)".formatted(title(option), whole.range()),
                    NumericRange.whole(whole.min(), whole.max()),
                    whole.standard());
            entries.put(option, () -> Integer.toString(field.whole()));
            getChildren().add(new VBox(field, help(option)));
        } else if (option instanceof TaskOption.Switch onOff) {
            CheckBox box = new CheckBox(title(option));
            box.setId(id(option));
            box.setSelected(onOff.standard());
            box.setAccessibleHelp(option.help());
            entries.put(option, () -> Boolean.toString(box.isSelected()));
            getChildren().add(new VBox(box, help(option)));
        }
    }

    private static String id(TaskOption<?> option) {
        return "option-" + option.name();
    }

    private static String title(TaskOption<?> option) {
        return Character.toUpperCase(option.name().charAt(0)) + option.name().substring(1);
    }

    private static Label help(TaskOption<?> option) {
        Label help = new Label(option.help());
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        help.getStyleClass().add("hint");
        return help;
    }
}
