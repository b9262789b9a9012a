package unroll.ui.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.VBox;
import unroll.session.state.Status;
import unroll.settings.Setting;
import unroll.settings.Setting.SettingGroup;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.ui.control.Field;
import unroll.ui.model.WindowModel;

/** The settings of a run that most people leave as they are. */
final class AdvancedTraining extends VBox {
    private final ScheduleFields schedule;
    private final ClippingFields clipping;
    /** The constants of the optimizer, of which those that the present one uses are shown. */
    private final Map<Setting<?>, Field> constants = new LinkedHashMap<>();

    private final VBox constantRows = new VBox();
    private List<Field> shown = List.of();

    /** @param others settings of the training that stand elsewhere */
    AdvancedTraining(WindowModel model, List<Setting<?>> others) {
        schedule = new ScheduleFields(value -> apply(model, SettingsSchema.SCHEDULE, value));
        clipping = new ClippingFields(value -> apply(model, SettingsSchema.CLIPPING, value));
        List<Field> rest = new ArrayList<>();
        for (Setting<?> setting : SettingsSchema.ALL) {
            if (others.contains(setting) || setting == SettingsSchema.SCHEDULE || setting == SettingsSchema.CLIPPING) {
                continue;
            }
            if (setting.group() == SettingGroup.OPTIMIZER) {
                constants.put(setting, SettingFields.of(setting, model));
            } else if (setting.group() == SettingGroup.TRAINING) {
                rest.add(SettingFields.of(setting, model));
            }
        }
        constantRows.getStyleClass().add("fields");
        getStyleClass().add("fields");
        getChildren().addAll(schedule, clipping, constantRows);
        rest.forEach(Field::beside);
        constants.values().forEach(Field::beside);
        getChildren().addAll(rest);
        model.statusProperty().subscribe(this::show);
    }

    private static <T> void apply(WindowModel model, Setting<T> setting, T value) {
        model.apply(setting.with(model.status().settings(), value));
    }

    private void show(Status status) {
        Settings settings = status.settings();
        schedule.show(settings.training().schedule());
        clipping.show(settings.training().clipping());
        List<Field> used = constants.entrySet().stream()
                .filter(constant -> constant.getKey().idle(settings) == null)
                .map(Map.Entry::getValue)
                .toList();
        if (!used.equals(shown)) {
            shown = used;
            constantRows.getChildren().setAll(used);
        }
    }
}
