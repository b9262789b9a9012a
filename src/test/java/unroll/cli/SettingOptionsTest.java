package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import unroll.settings.Setting;
import unroll.settings.Setting.Spelling;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;

class SettingOptionsTest {
    private static final CommandSpec TRAIN =
            CommandLineProgram.program().getSubcommands().get("train").getCommandSpec();

    static List<Setting<?>> options() {
        return SettingsSchema.ALL.stream()
                .filter(setting -> setting != SettingsSchema.MAX_STEPS)
                .toList();
    }

    private static String row(Setting<?> setting, Spelling spelling) {
        OptionSpec option = TRAIN.findOption("--" + spelling.name());
        return "| `%s` | %s | %s |"
                .formatted(
                        "--" + spelling.name() + (spelling.isSwitch() ? "" : " " + option.paramLabel()),
                        String.format(java.util.Locale.ROOT, option.description()[0]),
                        setting.isFixed() ? "" : "yes");
    }

    @Test
    void theManualHasEverySettingWithItsValuesAndItsDefault() throws IOException {
        List<String> rows = options().stream()
                .flatMap(setting -> setting.spellings().stream()
                        .filter(spelling -> !spelling.isHidden())
                        .map(spelling -> row(setting, spelling)))
                .toList();
        String manual = Files.readString(Path.of("docs", "command-line.md"));

        assertThat(manual.lines()
                        .dropWhile(line -> !line.startsWith("| option |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|")))
                .containsExactlyElementsOf(rows);
    }

    /** The example in every sentence that refuses a value is one that is taken. */
    @ParameterizedTest
    @MethodSource("options")
    void theDefaultIsAValueOfTheOption(Setting<?> setting) {
        String text = setting.text(Settings.DEFAULT);

        assertThat(setting.withText(Settings.DEFAULT, "It", text)).isEqualTo(Settings.DEFAULT);
        for (Spelling spelling : setting.spellings()) {
            if (!spelling.isSwitch() && spelling.prefix().isEmpty()) {
                assertThat(Cli.run("train", "--" + spelling.name(), text, "--corpus", "none")
                                .err())
                        .contains("There is no file none");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void aWrongValueIsRefusedByTheOptionsName(Setting<?> setting) {
        for (Spelling spelling : setting.spellings()) {
            if (!spelling.isSwitch()) {
                Cli.run("train", "--" + spelling.name(), "§", "--corpus", "none")
                        .refused(2, "\"§\"", "Run \"unroll train");
            }
        }
    }
}
