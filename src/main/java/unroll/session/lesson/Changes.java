package unroll.session.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unroll.message.NumericRange;
import unroll.message.ProblemException;
import unroll.settings.Setting;
import unroll.settings.Setting.Spelling;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;

/** Settings that differ from others, by the names they have on the command line. Immutable. */
public final class Changes {
    private static final String[] NAMES = SettingsSchema.ALL.stream()
            .flatMap(setting -> setting.spellings().stream())
            .map(Spelling::name)
            .toArray(String[]::new);

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");

    private final Item item;

    /** @throws ProblemException where it is no object, or has members that are no settings */
    public Changes(Item item) {
        this.item = item.withMembers(NAMES);
    }

    /**
     * These settings with those that differ.
     *
     * @throws ProblemException with the place and the reason, where one is out of range or they cannot go together
     */
    public Settings over(Settings base) {
        Settings changed = base;
        for (Setting<?> setting : SettingsSchema.ALL) {
            List<Spelling> spellings = setting.spellings().stream()
                    .filter(spelling -> item.has(spelling.name()))
                    .toList();
            if (spellings.size() > 1) {
                throw item.problem("only one of %s can be given.".formatted(quoted(spellings.stream())));
            }
            if (!spellings.isEmpty()) {
                changed = changed(changed, setting, spellings.get(0));
            }
        }
        return changed;
    }

    /** What some settings have to change to become others, as a lesson writes it: the opposite of {@link #over}. */
    public static ObjectNode between(Settings base, Settings other) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        Settings changed = base;
        for (Setting<?> setting : SettingsSchema.ALL) {
            String text = setting.text(other);
            if (!setting.text(changed).equals(text)) {
                changed = setting.withText(changed, setting.what(), text);
                Spelling spelling = spelling(setting, text);
                changes.set(
                        spelling.name(),
                        value(
                                setting,
                                spelling,
                                text.substring(spelling.prefix().length())));
            }
        }
        return changes;
    }

    /** The first that can say it. */
    private static Spelling spelling(Setting<?> setting, String text) {
        return setting.spellings().stream()
                .filter(one -> one.isSwitch() ? one.prefix().equals(text) : text.startsWith(one.prefix()))
                .findFirst()
                .orElseThrow();
    }

    /** A value as it stands in a lesson: a number where it should be one and is, true for a switch, otherwise a text. */
    public static JsonNode value(Setting<?> setting, Spelling spelling, String typed) {
        String text = typed.strip();
        if (spelling.isSwitch()) {
            return text.isEmpty() || text.equals("true") ? BooleanNode.TRUE : TextNode.valueOf(text);
        }
        return setting.isNumber(spelling) ? number(text) : TextNode.valueOf(text);
    }

    /** A number as it stands in a lesson; a text where it is none, which is refused then with its place. */
    public static JsonNode number(String typed) {
        String text = typed.strip();
        if (WHOLE.matcher(text).matches()) {
            return JsonNodeFactory.instance.numberNode(new BigInteger(text));
        }
        return NumericRange.isNumber(text) ? DoubleNode.valueOf(Double.parseDouble(text)) : TextNode.valueOf(text);
    }

    /** A value as a person writes it: 0.0001, not 1.0E-4. */
    public static String text(JsonNode value) {
        return value.isFloatingPointNumber() ? NumericRange.text(value.asDouble()) : value.asText();
    }

    private Settings changed(Settings base, Setting<?> setting, Spelling spelling) {
        Item value = item.get(spelling.name());
        requireForm(value, setting, spelling);
        try {
            return setting.withText(
                    base, setting.what(), spelling.text(value.json().asText()));
        } catch (ProblemException refused) {
            throw value.problem(refused.problem());
        }
    }

    /** Numbers stand without quotes, and all else within. */
    private static void requireForm(Item value, Setting<?> setting, Spelling spelling) {
        if (spelling.isSwitch()) {
            if (!value.json().asText().equals("true")) {
                throw value.expected("true");
            }
        } else if (setting.isNumber(spelling)) {
            value.number();
        } else {
            value.text();
        }
    }

    private static String quoted(Stream<Spelling> spellings) {
        return Item.quoted(spellings.map(Spelling::name));
    }

    /** Whether settings are these already. */
    boolean areIn(Settings settings) {
        try {
            return over(settings).equals(settings);
        } catch (ProblemException impossible) {
            // With a task that forbids them they are not there.
            return false;
        }
    }

    /** For a reader: "cell lstm, hidden 64". */
    @Override
    public String toString() {
        StringJoiner words = new StringJoiner(", ");
        Iterator<Map.Entry<String, JsonNode>> members = item.json().fields();
        members.forEachRemaining(member -> words.add(member.getKey() + " " + text(member.getValue())));
        return words.toString();
    }

    /** Those of a member, or none. */
    public static @Nullable Changes in(Item owner, String name) {
        Item member = owner.find(name);
        return member == null ? null : new Changes(member);
    }
}
