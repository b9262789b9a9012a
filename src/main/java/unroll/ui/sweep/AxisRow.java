package unroll.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.settings.Settings;
import unroll.sweep.AxisDraft;
import unroll.sweep.AxisDraft.Form;
import unroll.ui.control.Buttons;
import unroll.ui.control.Choice;
import unroll.ui.control.Field;
import unroll.ui.control.Nodes;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Tips;

/** An axis of the plan: which setting differs, and its values as a list or a range. */
final class AxisRow extends VBox {
    private final Choice<String> setting;
    private final Choice<Form> form;
    private final Button remove;
    private final List<TextField> entries = new ArrayList<>();
    private final Supplier<Settings> base;
    private final Runnable changed;

    /**
     * @param number of the axis, for names
     * @param base settings to suggest values for
     * @param changed runs whenever something is typed or chosen
     * @param removed is given this row when it is to go
     */
    AxisRow(int number, AxisDraft axis, Supplier<Settings> base, Runnable changed, Consumer<AxisRow> removed) {
        this.base = base;
        this.changed = changed;
        setting = new Choice<>("sweep-axis-" + number, "Setting", AxisDraft.names(), AxisDraft::title);
        form = new Choice<>("sweep-form-" + number, "As", List.of(Form.values()), AxisRow::title);
        remove = Buttons.quiet("sweep-remove-" + number, Feather.X, "Remove this axis", () -> removed.accept(this));
        Tips.on(remove, "Takes this axis away.");
        setting.tip("A setting that differs from trial to trial. Every combination of the axes' values is a trial.");
        form.tip("Values one by one, or so many from the first to the last: at equal distances, or at equal ratios.");
        setting.onChoice(name -> suggest(AxisDraft.isNumber(name) ? form.value() : Form.LIST));
        form.onChoice(this::suggest);
        getStyleClass().addAll("fields", "sweep-axis");
        show(axis);
    }

    private static String title(Form form) {
        return switch (form) {
            case LIST -> "Values";
            case RANGE -> "Range";
            case LOG_RANGE -> "Log range";
        };
    }

    private void suggest(Form wanted) {
        show(AxisDraft.suggested(setting.value(), wanted, base.get()));
        changed.run();
    }

    private void show(AxisDraft axis) {
        setting.show(axis.name());
        form.show(axis.form());
        form.setDisable(!AxisDraft.isNumber(axis.name()));
        entries.clear();
        HBox.setHgrow(setting, Priority.ALWAYS);
        HBox head = Nodes.styled(RowLayouts.of(setting, form, remove), "sweep-axis-head");
        getChildren().setAll(head, axis.form() == Form.LIST ? list(axis) : range(axis));
    }

    private Field list(AxisDraft axis) {
        return entry("Values, with commas between them", "values", AxisDraft.join(axis.texts()));
    }

    private HBox range(AxisDraft axis) {
        return RowLayouts.equal(
                entry("From", "from", axis.texts().get(0)),
                entry("To", "to", axis.texts().get(1)),
                entry("Points", "points", axis.texts().get(2)));
    }

    private Field entry(String label, String name, String text) {
        TextField entry = new TextField(text);
        entry.setId(setting.control().getId() + "-" + name);
        entry.setPrefColumnCount(5);
        entry.textProperty().addListener((property, before, now) -> changed.run());
        entries.add(entry);
        return new Field(label, entry);
    }

    AxisDraft draft() {
        List<String> texts = form.value() == Form.LIST
                ? AxisDraft.split(entries.get(0).getText())
                : entries.stream().map(TextField::getText).toList();
        return new AxisDraft(setting.value(), form.value(), texts);
    }
}
