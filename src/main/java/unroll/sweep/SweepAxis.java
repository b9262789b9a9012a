package unroll.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import unroll.message.Formats;
import unroll.message.SettingType.WholeNumber;
import unroll.session.lesson.Item;
import unroll.settings.Setting;
import unroll.settings.SettingsSchema;

/**
 * A setting that differs from trial to trial, and its values in the order of the plan: those of a list, or so many points
 * of a range, at equal distances or at equal ratios.
 *
 * @param name of the setting, as a lesson spells it
 * @param setting that has this name
 * @param values as they would stand in a lesson; not empty, no two the same
 */
record SweepAxis(String name, Setting<?> setting, List<JsonNode> values) {
    /** Values of one axis at most. */
    static final int MAX_VALUES = 1000;

    /** Settings that are said by the plan itself: how many threads a trial has, its seeds, and when it ends. */
    static final Set<Setting<?>> OF_THE_PLAN =
            Set.of(SettingsSchema.THREADS, SettingsSchema.SEED, SettingsSchema.MAX_STEPS);

    /** @param item a list of values, or an object with a range */
    static SweepAxis read(String name, Item item) {
        Setting<?> setting = setting(name, item);
        List<JsonNode> values = item.json().isObject()
                ? range(item, setting.type() instanceof WholeNumber)
                : item.list(MAX_VALUES).stream().map(Item::json).toList();
        if (values.stream().distinct().count() < values.size()) {
            throw item.problem("a value stands twice; take one away.");
        }
        return new SweepAxis(name, setting, values);
    }

    private static Setting<?> setting(String name, Item item) {
        Optional<Setting<?>> setting = SettingsSchema.spelled(name);
        if (setting.isPresent()) {
            if (OF_THE_PLAN.contains(setting.get())) {
                throw item.problem("this is no axis; \"seeds\" and the budget stand at the top of a plan.");
            }
            return setting.get();
        }
        Stream<String> known = SettingsSchema.ALL.stream()
                .filter(one -> !OF_THE_PLAN.contains(one))
                .map(Setting::id);
        throw item.problem("there is no setting of this name; choose one of %s.".formatted(Item.quoted(known)));
    }

    private static List<JsonNode> range(Item item, boolean whole) {
        item.withMembers("from", "to", "points", "scale");
        double from = item.get("from").number();
        double to = item.get("to").number();
        int points = item.get("points").whole();
        boolean log = isLog(item);
        if (!(from < to)) {
            throw item.problem("the range is empty; \"from\" must be below \"to\".");
        }
        if (points < 2 || points > MAX_VALUES) {
            throw item.get("points").expected(String.format(Locale.ROOT, "from 2 to %d", MAX_VALUES));
        }
        if (log && from <= 0) {
            throw item.get("from").expected("a number above 0, for the scale is \"log\"");
        }
        List<JsonNode> values = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            double share = (double) i / (points - 1);
            double value = log ? from * Math.pow(to / from, share) : from + (to - from) * share;
            values.add(node(value, whole));
        }
        // Whole numbers close to one another fall together.
        return values.stream().distinct().toList();
    }

    private static boolean isLog(Item item) {
        String scale = item.textOr("scale", "linear");
        if (!scale.equals("linear") && !scale.equals("log")) {
            throw item.get("scale").expected("\"linear\" or \"log\"");
        }
        return scale.equals("log");
    }

    /** To six figures, as a person would write it, and the same on every machine. */
    private static JsonNode node(double value, boolean whole) {
        return whole
                ? LongNode.valueOf(Math.round(value))
                : DoubleNode.valueOf(Double.parseDouble(Formats.figures(value)));
    }
}
