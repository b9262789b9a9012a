package unroll.ui.diagram;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import unroll.message.NumericRange;
import unroll.message.SettingType;
import unroll.task.OptionValues;
import unroll.task.Task;
import unroll.task.TaskConfig;
import unroll.task.TaskOption;
import unroll.ui.control.Labels;
import unroll.ui.control.NumberField;

/** The options of a task as fields, made from what the options say of themselves. */
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
        if (option.type() instanceof SettingType.WholeNumber whole && option.standard() instanceof Long standard) {
            NumericRange range = whole.range();
            String label = String.format(Locale.ROOT, "%s (%.0f to %.0f)", title(option), range.low(), range.high());
            NumberField field = new NumberField(id(option), label, range, standard);
            entries.put(option, () -> Integer.toString(field.whole()));
            getChildren().add(new VBox(field, Labels.hint(option.help())));
        } else if (option.standard() instanceof Boolean standard) {
            CheckBox box = new CheckBox(title(option));
            box.setId(id(option));
            box.setSelected(standard);
            box.setAccessibleHelp(option.help());
            entries.put(option, () -> Boolean.toString(box.isSelected()));
            getChildren().add(new VBox(box, Labels.hint(option.help())));
        }
    }

    private static String id(TaskOption<?> option) {
        return "option-" + option.name();
    }

    private static String title(TaskOption<?> option) {
        return Character.toUpperCase(option.name().charAt(0)) + option.name().substring(1);
    }
}
