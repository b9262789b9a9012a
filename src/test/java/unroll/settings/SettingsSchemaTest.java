package unroll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.message.ProblemException;
import unroll.settings.Setting.SettingGroup;
import unroll.settings.Setting.Spelling;
import unroll.task.TaskConfig;
import unroll.train.OptimizerSpec;

class SettingsSchemaTest {
    /** Makes layers bidirectional. */
    private static final Settings BASE = Settings.startingWith(TaskConfig.parse("capitals"));

    static Stream<Setting<?>> all() {
        return SettingsSchema.ALL.stream();
    }

    @Test
    void idsAndSpellingsAreThereOnce() {
        assertThat(all().map(Setting::id)).doesNotHaveDuplicates();
        assertThat(all().flatMap(setting -> setting.spellings().stream()).map(Spelling::name))
                .doesNotHaveDuplicates();
        assertThat(all().map(Setting::help)).allMatch(help -> help.endsWith(".") && help.contains(". "));
    }

    /** Another value than that of the base. */
    private static Settings changed(Setting<?> setting) {
        return Stream.of(
                        "lstm",
                        "bidirectional",
                        "7",
                        "0.5",
                        "uniform",
                        "step:0.5:3",
                        "sgd",
                        "value:2",
                        "0.8,0.1,0.1",
                        "2",
                        "unidirectional")
                .flatMap(text -> {
                    try {
                        return Stream.of(setting.withText(BASE, "It", text));
                    } catch (ProblemException another) {
                        return Stream.empty();
                    }
                })
                .filter(settings -> !settings.equals(BASE))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aValueIsReadAsItIsWrittenAndChangesNothingElse(Setting<?> setting) {
        Settings changed = changed(setting);

        assertThat(setting.withText(BASE, "It", setting.text(changed))).isEqualTo(changed);
        assertThat(setting.withText(changed, "It", setting.text(BASE))).isEqualTo(BASE);
        List<Setting<?>> others = SettingsSchema.ALL.stream()
                .filter(other -> other != setting && other.group() != SettingGroup.OPTIMIZER)
                .<Setting<?>>map(other -> other)
                .toList();
        assertThat(others).allSatisfy(other -> assertThat(other.text(changed)).isEqualTo(other.text(BASE)));
    }

    /** The trainer has a rule of its own about what a run may go on with. */
    @ParameterizedTest
    @MethodSource("all")
    void whatIsFixedIsWhatATrainerCannotChange(Setting<?> setting) {
        Settings changed = changed(setting);

        if (setting.group() == SettingGroup.TRAINING || setting.group() == SettingGroup.OPTIMIZER) {
            assertThat(BASE.training().continues(changed.training())).isEqualTo(!setting.isFixed());
        }
        assertThat(BASE.withChangeableOf(changed)).isEqualTo(setting.isFixed() ? BASE : changed);
    }

    @Test
    void aNewOptimizerComesWithItsUsualConstants() {
        Settings slow = SettingsSchema.BETA2.withText(BASE, "It", "0.9");
        Settings decayed = SettingsSchema.WEIGHT_DECAY.withText(
                SettingsSchema.OPTIMIZER.withText(slow, "It", "adamw"), "It", "0.1");

        assertThat(slow.training().optimizer().beta2()).isEqualTo(0.9);
        assertThat(decayed.training().optimizer())
                .isEqualTo(OptimizerSpec.of(OptimizerSpec.OptimizerKind.ADAMW).withWeightDecay(0.1));
        assertThat(SettingsSchema.WEIGHT_DECAY.idle(slow))
                .isEqualTo("The weight decay belongs to AdamW, and the optimizer is Adam.");
        assertThat(SettingsSchema.WEIGHT_DECAY.idle(decayed)).isNull();
    }
}
