package unroll.ui.settings;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.message.Front;
import unroll.message.NumericRange;
import unroll.message.ProblemException;
import unroll.message.SettingType.OneOf;
import unroll.message.SettingType.WholeNumber;
import unroll.settings.Setting;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.ui.control.Choice;
import unroll.ui.control.Field;
import unroll.ui.control.Term;
import unroll.ui.control.Tips;
import unroll.ui.control.TypedField;
import unroll.ui.model.WindowModel;

/**
 * Makes the field of a setting: a choice where it has a few values, otherwise one to type in. Fields show the present value,
 * apply what is entered, and are locked where a run cannot change the setting.
 */
public final class SettingFields {
    private SettingFields() {}

    /** The id of the control in the field of a setting. */
    public static String id(Setting<?> setting) {
        return setting.id() + (setting.type() instanceof OneOf ? "-choice" : "-field");
    }

    static <T> Field of(Setting<T> setting, WindowModel model) {
        return setting.type() instanceof OneOf ? choice(setting, model, sentence -> {}) : typed(setting, model);
    }

    /**
     * A choice.
     *
     * @param setting of few values
     * @param refusal gets the sentence where a value does not go with the other settings, empty where it does
     */
    static <T> Choice<T> choice(Setting<T> setting, WindowModel model, Consumer<String> refusal) {
        OneOf<T> few = (OneOf<T>) setting.type();
        Choice<T> choice = new Choice<>(id(setting), setting.label(), few.values(), few::describe);
        choice.tip(setting.help());
        choice.onChoice(value -> {
            Settings now = model.status().settings();
            refusal.accept("");
            try {
                model.apply(setting.with(now, value));
            } catch (ProblemException refused) {
                choice.show(setting.get(now));
                refusal.accept(refused.problem().sentence(Front.WINDOW));
            }
        });
        model.statusProperty().subscribe(status -> {
            choice.show(setting.get(status.settings()));
            lock(choice, setting, model);
        });
        return choice;
    }

    private static <T> Field typed(Setting<T> setting, WindowModel model) {
        TypedField<T> field = new TypedField<>(
                id(setting), setting.label(), setting::parse, setting.type()::format, setting.get(Settings.DEFAULT));
        Tips.on(field.control(), setting.help());
        if (setting == SettingsSchema.PATIENCE) {
            field.term(Term.PATIENCE);
        }
        field.onCommit(() -> model.apply(setting.with(model.status().settings(), field.value())));
        field.suggest(entry ->
                setting.type() instanceof WholeNumber whole ? largest(setting, whole.range(), entry, model) : null);
        model.statusProperty().subscribe(status -> {
            lock(field, setting, model);
            field.show(setting.get(status.settings()));
        });
        return field;
    }

    /** The largest value that can be used and is not above a refused one; null where there is none. */
    private static <T> @Nullable T largest(Setting<T> setting, NumericRange range, String entry, WindowModel model) {
        double inRange = range.nearest(entry);
        long over = Double.isNaN(inRange) ? number(entry) : (long) inRange + 1;
        long holds = (long) range.low() - 1;
        while (over - holds > 1) {
            long middle = holds + (over - holds) / 2;
            if (isUsable(setting, middle, model)) {
                holds = middle;
            } else {
                over = middle;
            }
        }
        return holds < range.low() ? null : setting.parse(Long.toString(holds));
    }

    private static long number(String entry) {
        return entry.strip().matches("[0-9]{1,18}") ? Long.parseLong(entry.strip()) : 0;
    }

    private static boolean isUsable(Setting<?> setting, long value, WindowModel model) {
        try {
            model.session()
                    .settings()
                    .check(setting.withText(model.status().settings(), setting.what(), Long.toString(value)));
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    private static void lock(Field field, Setting<?> setting, WindowModel model) {
        field.setDisable(setting.isFixed() && model.hasTrainedModel());
    }
}
