package unroll.session.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unroll.settings.Setting;
import unroll.settings.Setting.Spelling;
import unroll.message.SettingType.Decimal;
import unroll.message.SettingType.WholeNumber;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;

/** Settings that differ from others, by the names they have on the command line. Immutable. */
public final class Changes {
    private static final String[] NAMES = SettingsSchema.ALL.stream()
            .flatMap(setting -> setting.spellings().stream())
            .map(Spelling::name)
            .toArray(String[]::new);

    private final Item item;

    /** @throws LessonException where it is no object, or has members that are no settings */
    public Changes(Item item) throws LessonException {
        this.item = item.withMembers(NAMES);
    }

    /**
     * These settings with those that differ.
     *
     * @throws LessonException with the place and the reason, where one is out of range or they cannot go together
     */
    public Settings over(Settings base) throws LessonException {
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

    private Settings changed(Settings base, Setting<?> setting, Spelling spelling) throws LessonException {
        Item value = item.get(spelling.name());
        requireForm(value, setting, spelling);
        try {
            return setting.withText(base, setting.what(), spelling.text(value.json().asText()));
        } catch (IllegalArgumentException refused) {
            throw value.problem(String.valueOf(refused.getMessage()), refused);
        }
    }

    /** Numbers stand without quotes, and all else within. */
    private static void requireForm(Item value, Setting<?> setting, Spelling spelling) throws LessonException {
        boolean isNumber = setting.type() instanceof WholeNumber
                || setting.type() instanceof Decimal
                || !spelling.prefix().isEmpty();
        if (spelling.isSwitch()) {
            if (!value.json().asText().equals("true")) {
                throw value.expected("true");
            }
        } else if (isNumber) {
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
        } catch (LessonException impossible) {
            // With a task that forbids them they are not there.
            return false;
        }
    }

    /** For a reader: "cell lstm, hidden 64". */
    @Override
    public String toString() {
        StringJoiner words = new StringJoiner(", ");
        Iterator<Map.Entry<String, JsonNode>> members = item.json().fields();
        members.forEachRemaining(
                member -> words.add(member.getKey() + " " + member.getValue().asText()));
        return words.toString();
    }

    /** Those of a member, or none. */
    public static @Nullable Changes in(Item owner, String name) throws LessonException {
        Item member = owner.find(name);
        return member == null ? null : new Changes(member);
    }
}
