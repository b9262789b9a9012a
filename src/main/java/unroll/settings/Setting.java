package unroll.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import unroll.message.ProblemException;
import unroll.message.SettingType;
import unroll.message.SettingType.Decimal;
import unroll.message.SettingType.WholeNumber;
import unroll.train.TrainingConfig;

/**
 * One thing that a user chooses about a run: what it is called, which values it takes, and where {@link Settings} have
 * it. The window's fields, the command line's options, lessons, races and reports are made from the list of all of them,
 * {@link SettingsSchema#ALL}.
 *
 * @param <T> type of its values
 */
public final class Setting<T> {
    /** Which of the settings it belongs to. */
    public enum SettingGroup {
        MODEL,
        TRAINING,
        OPTIMIZER,
        DATA
    }

    /**
     * A name by which it is given on the command line, after two dashes, and in lessons.
     *
     * @param prefix what comes before the value that is given with it; of a switch, the value
     * @param isSwitch whether the name stands alone
     * @param isHidden whether it is an old name, which still works
     * @param help what it does, for the command line; empty where the setting's own help says it
     */
    public record Spelling(String name, String prefix, boolean isSwitch, boolean isHidden, String help) {
        /** The value that it stands for, as {@link SettingType#parse} reads it. */
        public String text(String given) {
            return isSwitch ? prefix : prefix + given;
        }
    }

    private final String id;
    private final String title;
    private SettingGroup group;
    private final SettingType<T> type;
    private final Function<Settings, T> getter;
    private final BiFunction<Settings, T, Settings> wither;
    private String label;
    private String what;
    private String help = "";
    private boolean fixed = true;
    private Function<T, String> name;
    private Function<Settings, List<T>> suggestions = settings -> List.of();
    private Function<Settings, @Nullable String> idle = settings -> null;
    private List<Spelling> spellings;

    Setting(
            String id,
            String title,
            SettingGroup group,
            SettingType<T> type,
            Function<Settings, T> getter,
            BiFunction<Settings, T, Settings> wither) {
        this.id = id;
        this.title = title;
        this.group = group;
        this.type = type;
        this.getter = getter;
        this.wither = wither;
        label = title;
        what = "The " + title.toLowerCase(Locale.ROOT);
        name = value -> type instanceof SettingType.OneOf
                        || type instanceof WholeNumber count && !count.unit().isEmpty()
                ? type.describe(value)
                : title + " " + type.format(value);
        spellings = List.of(new Spelling(id, "", false, false, ""));
    }

    static <T> Setting<T> ofModel(
            String id,
            String title,
            SettingType<T> type,
            Function<ModelSettings, T> getter,
            BiFunction<ModelSettings, T, ModelSettings> wither) {
        return new Setting<>(
                id,
                title,
                SettingGroup.MODEL,
                type,
                settings -> getter.apply(settings.model()),
                (settings, value) -> settings.withModel(wither.apply(settings.model(), value)));
    }

    static <T> Setting<T> ofTraining(
            String id,
            String title,
            SettingType<T> type,
            Function<TrainingConfig, T> getter,
            BiConsumer<TrainingConfig.Builder, T> setter) {
        return new Setting<>(
                id,
                title,
                SettingGroup.TRAINING,
                type,
                settings -> getter.apply(settings.training()),
                (settings, value) -> settings.with(change -> setter.accept(change, value)));
    }

    /** @param sentences the first says what it is, the others what changing it does */
    Setting<T> help(String sentences) {
        help = sentences;
        return this;
    }

    Setting<T> in(SettingGroup part) {
        group = part;
        return this;
    }

    /** @param text for the field in the window: with its unit, and an underscore before the mnemonic */
    Setting<T> label(String text) {
        label = text;
        return this;
    }

    /** @param words begin a sentence about it, where "The" and its title would not do */
    Setting<T> called(String words) {
        what = words;
        return this;
    }

    /** It may change while a run is under way. */
    Setting<T> changeable() {
        fixed = false;
        return this;
    }

    /** @param words what to call a network that has a value, where the title before it would not do */
    Setting<T> named(Function<T, String> words) {
        name = words;
        return this;
    }

    /** @param values worth comparing, what the settings have among others */
    Setting<T> trying(Function<Settings, List<T>> values) {
        suggestions = values;
        return this;
    }

    /** @param reason a sentence where it makes no difference, otherwise null */
    Setting<T> idleWhere(Function<Settings, @Nullable String> reason) {
        idle = reason;
        return this;
    }

    Setting<T> spelled(Spelling... all) {
        spellings = List.of(all);
        return this;
    }

    /** A word that never changes, for example {@code learning-rate}. */
    public String id() {
        return id;
    }

    /** For a heading: "Learning rate". */
    public String title() {
        return title;
    }

    public SettingGroup group() {
        return group;
    }

    public SettingType<T> type() {
        return type;
    }

    /** Whether its values are numbers. */
    public boolean isNumber() {
        return type instanceof WholeNumber || type instanceof Decimal;
    }

    /** Whether a number is given by this name. */
    public boolean isNumber(Spelling spelling) {
        return isNumber() || !spelling.isSwitch() && !spelling.prefix().isEmpty();
    }

    /** For the field in the window, with its unit; an underscore stands before the mnemonic. */
    public String label() {
        return label;
    }

    /** Begins a sentence about it: "The learning rate". */
    public String what() {
        return what;
    }

    /** What it is, and what changing it does. */
    public String help() {
        return help;
    }

    /** The first sentence of the help, without its dot. */
    public String summary() {
        return help.replaceFirst("\\.( .*)?$", "");
    }

    /** Whether a run cannot change it. */
    public boolean isFixed() {
        return fixed;
    }

    /** The names by which it is given, old ones last. */
    public List<Spelling> spellings() {
        return spellings;
    }

    /** The value in these settings. */
    public T get(Settings settings) {
        return getter.apply(settings);
    }

    /** The value in these settings, as {@link #parse} reads it. */
    public String text(Settings settings) {
        return type.format(get(settings));
    }

    /** The value in these settings for a reader. */
    public String describe(Settings settings) {
        return type.describe(get(settings));
    }

    /**
     * These settings with another value.
     *
     * @throws ProblemException where it does not go with the others
     */
    public Settings with(Settings settings, T value) {
        return wither.apply(settings, value);
    }

    /** Some settings with the value that others have. */
    Settings copy(Settings from, Settings to) {
        return with(to, get(from));
    }

    /**
     * Reads a value.
     *
     * @throws ProblemException where it is none
     */
    public T parse(String text) {
        return type.parse(what, text);
    }

    /**
     * These settings with a value that was typed.
     *
     * @param what the setting by the name that its user knows, to begin a sentence with
     * @throws ProblemException where it is none or does not go with the others
     */
    public Settings withText(Settings settings, String what, String text) {
        return with(settings, type.parse(what, text));
    }

    /** What to call a network that has this value: "64 units". */
    public String name(T value) {
        return name.apply(value);
    }

    /** Values worth comparing; none where networks are not compared by it. */
    public List<T> suggestions(Settings settings) {
        return suggestions.apply(settings);
    }

    /** Why it makes no difference with these settings, in a sentence; null where it does make one. */
    public @Nullable String idle(Settings settings) {
        return idle.apply(settings);
    }

    @Override
    public String toString() {
        return id;
    }
}
