package unroll.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import unroll.session.lesson.Changes;
import unroll.settings.Setting;
import unroll.settings.Setting.Spelling;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;

/**
 * An axis of a plan in the making, as it is typed, right or wrong. Immutable.
 *
 * @param name of a setting, as a lesson spells it
 * @param texts the values of a list; of a range its first, its last and its number of points
 */
public record AxisDraft(String name, Form form, List<String> texts) {
    /** How its values are written. */
    public enum Form {
        LIST,
        RANGE,
        LOG_RANGE
    }

    private static final List<String> RANGE = List.of("from", "to", "points");
    private static final String DEFAULT_POINTS = "3";

    public AxisDraft {
        texts = List.copyOf(texts);
    }

    /** The names of all settings that may be an axis. A setting that may be said in other ways, too, has these names as well. */
    public static List<String> names() {
        return SettingsSchema.ALL.stream()
                .filter(setting -> !SweepAxis.OF_THE_PLAN.contains(setting))
                .flatMap(setting -> setting.spellings().stream())
                .filter(spelling -> !spelling.isSwitch())
                .map(Spelling::name)
                .toList();
    }

    /** For a reader: the setting's title, or how else it is written. */
    public static String title(String name) {
        Setting<?> setting = setting(name);
        Spelling spelling = spelling(setting, name);
        return spelling.prefix().isEmpty() ? setting.title() : setting.title() + " (" + name + ")";
    }

    /** Whether its values may be a range. */
    public static boolean isNumber(String name) {
        return setting(name).isNumber(spelling(setting(name), name));
    }

    /** An axis to begin with: the values of its setting that are worth trying. */
    public static AxisDraft suggested(String name, Form form, Settings base) {
        List<String> values = suggestions(setting(name), spelling(setting(name), name), base);
        return new AxisDraft(
                name,
                form,
                form == Form.LIST ? values : List.of(values.get(0), values.get(values.size() - 1), DEFAULT_POINTS));
    }

    /** The present value where there is no suggestion. */
    private static <T> List<String> suggestions(Setting<T> setting, Spelling spelling, Settings base) {
        List<String> values = setting.suggestions(base).stream()
                .map(setting.type()::format)
                .filter(text -> text.startsWith(spelling.prefix()))
                .map(text -> text.substring(spelling.prefix().length()))
                .toList();
        return values.isEmpty() ? List.of(spelling.prefix().isEmpty() ? setting.text(base) : "1") : values;
    }

    private static Setting<?> setting(String name) {
        return SettingsSchema.spelled(name).orElseThrow();
    }

    private static Spelling spelling(Setting<?> setting, String name) {
        return setting.spellings().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** @param json as it stands in a plan that was read without complaint */
    static AxisDraft of(String name, JsonNode json) {
        if (json.isObject()) {
            Form form = json.path("scale").asText().equals("log") ? Form.LOG_RANGE : Form.RANGE;
            return new AxisDraft(
                    name, form, RANGE.stream().map(json::get).map(Changes::text).toList());
        }
        List<String> values = new ArrayList<>();
        json.forEach(value -> values.add(Changes.text(value)));
        return new AxisDraft(name, Form.LIST, values);
    }

    JsonNode toJson() {
        if (form == Form.LIST) {
            ArrayNode values = JsonNodeFactory.instance.arrayNode();
            texts.forEach(text -> values.add(Changes.value(setting(name), spelling(setting(name), name), text)));
            return values;
        }
        ObjectNode range = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < RANGE.size(); i++) {
            range.set(RANGE.get(i), Changes.number(texts.get(i)));
        }
        if (form == Form.LOG_RANGE) {
            range.put("scale", "log");
        }
        return range;
    }

    /** Reads a list: values with commas between them, or with semicolons where they have commas themselves. */
    public static List<String> split(String typed) {
        return Stream.of(typed.split(typed.contains(";") ? ";" : ","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The values of a list as {@link #split} reads them. */
    public static String join(List<String> values) {
        boolean commas = values.stream().anyMatch(value -> value.contains(","));
        return String.join(commas ? "; " : ", ", values);
    }
}
