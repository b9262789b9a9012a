package unroll.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.SettingType.OneOf;
import unroll.message.SettingType.WholeNumber;
import unroll.message.Wording;
import unroll.settings.Setting;
import unroll.settings.Setting.Spelling;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;

/** Settings as options of a command: made from the schema, and read into {@link Settings}. */
final class SettingOptions {
    /** The plain cell, which alone has a choice of activations. */
    private static final String ELMAN = "elman";

    private static final String ACTIVATION = "--activation";

    private final List<Setting<?>> settings;

    SettingOptions(List<? extends Setting<?>> settings) {
        this.settings = List.copyOf(settings);
    }

    /** Gives a command these options. */
    void addTo(CommandSpec command) {
        for (Setting<?> setting : settings) {
            for (Spelling spelling : setting.spellings()) {
                command.addOption(option(setting, spelling));
            }
            if (setting == SettingsSchema.CELL) {
                command.addOption(OptionSpec.builder(ACTIVATION)
                        .type(String.class)
                        .paramLabel("NAME")
                        .completionCandidates(List.of("tanh", "relu"))
                        .description("Activation of an elman cell: tanh or relu.")
                        .build());
            }
        }
    }

    private static OptionSpec option(Setting<?> setting, Spelling spelling) {
        OptionSpec.Builder option = OptionSpec.builder(name(spelling))
                .hidden(spelling.isHidden())
                .description(description(setting, spelling).replace("%", "%%"));
        if (spelling.isSwitch()) {
            return option.type(boolean.class).arity("0").build();
        }
        option.type(String.class).paramLabel(paramLabel(setting, spelling));
        return candidates(option, setting).build();
    }

    private static <T> OptionSpec.Builder candidates(OptionSpec.Builder option, Setting<T> setting) {
        return setting.type() instanceof OneOf<T> few
                ? option.completionCandidates(
                        few.values().stream().map(few::format).toList())
                : option;
    }

    private static String name(Spelling spelling) {
        return "--" + spelling.name();
    }

    private static String paramLabel(Setting<?> setting, Spelling spelling) {
        if (setting.type() instanceof WholeNumber) {
            return "N";
        }
        if (setting.isNumber(spelling)) {
            return "X";
        }
        return setting.type() instanceof OneOf ? "NAME" : "FORM";
    }

    /** The first sentence of its help, its values and its default. */
    private static String description(Setting<?> setting, Spelling spelling) {
        String standard = setting.text(Settings.DEFAULT);
        if (spelling.help().isEmpty()) {
            String values = "%s: %s".formatted(setting.summary(), setting.type().expected());
            return setting == SettingsSchema.SAMPLE_EVERY
                    ? "%s (default: no samples, with --dashboard %s).".formatted(values, standard)
                    : "%s (default: %s).".formatted(values, standard);
        }
        return !spelling.isSwitch() && standard.startsWith(spelling.prefix())
                ? "%s (default: %s)."
                        .formatted(
                                spelling.help(),
                                standard.substring(spelling.prefix().length()))
                : spelling.help() + ".";
    }

    /**
     * These settings with those that were given.
     *
     * @throws ProblemException where one is wrong, or they cannot go together
     */
    Settings over(Settings base, ParseResult given) {
        Settings changed = base;
        for (Setting<?> setting : settings) {
            Spelling spelling = only(given(setting, given));
            if (spelling != null) {
                String option = name(spelling);
                changed = setting.withText(changed, option, spelling.text(text(option, given)));
            }
        }
        return given.hasMatchedOption(ACTIVATION) ? activated(changed, text(ACTIVATION, given)) : changed;
    }

    /** Why some of the settings that were given make no difference. */
    List<String> idle(Settings now, ParseResult given) {
        return settings.stream()
                .filter(setting -> !given(setting, given).isEmpty())
                .flatMap(setting -> Stream.ofNullable(setting.idle(now)))
                .toList();
    }

    private static List<Spelling> given(Setting<?> setting, ParseResult given) {
        return setting.spellings().stream()
                .filter(spelling -> given.hasMatchedOption(name(spelling)))
                .toList();
    }

    /** What was given with an option, as it was typed. */
    private static String text(String option, ParseResult given) {
        return String.valueOf((Object) given.matchedOption(option).getValue());
    }

    private static @Nullable Spelling only(List<Spelling> given) {
        if (given.size() > 1) {
            throw Reason.ONLY_ONE_OF.exception(
                    Wording.list(given.stream().map(SettingOptions::name).toList(), "and"));
        }
        return given.isEmpty() ? null : given.get(0);
    }

    private static Settings activated(Settings settings, String activation) {
        String cell = settings.model().cell();
        if (!cell.startsWith(ELMAN)) {
            throw Reason.OTHER_CELLS_ACTIVATION.exception(cell);
        }
        String wanted = activation.strip();
        if (!wanted.equalsIgnoreCase("tanh") && !wanted.equalsIgnoreCase("relu")) {
            throw Reason.INVALID_VALUE.exception(ACTIVATION, Wording.quote(activation), "tanh or relu");
        }
        return settings.withModel(settings.model().withCell(wanted.equalsIgnoreCase("relu") ? "elman-relu" : ELMAN));
    }

    /**
     * What {@link #over} gives for a run that goes on.
     *
     * @param file of the run
     * @throws ProblemException also where an option contradicts what cannot change in a run
     */
    Settings overSaved(Settings saved, Path file, ParseResult given) {
        Settings wanted = over(saved, given);
        for (Setting<?> setting : settings) {
            if (setting.isFixed() && !setting.get(wanted).equals(setting.get(saved))) {
                String option =
                        given(setting, given).stream().map(SettingOptions::name).collect(Collectors.joining());
                throw Reason.FIXED_IN_SAVED_RUN.exception(
                        option.isEmpty() ? ACTIVATION : option, setting.text(wanted), file, setting.text(saved));
            }
        }
        return wanted;
    }
}
