package unroll.session.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.message.ProblemException;
import unroll.network.Initialization;
import unroll.settings.ModelSettings;
import unroll.settings.Setting;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.task.TaskConfig;
import unroll.train.Clipping;
import unroll.train.OptimizerSpec;
import unroll.train.RateSchedule;

class RaceConfigTest {
    /** Two layers, so that every setting makes a difference. */
    private static final Settings BASE = Settings.DEFAULT.withModel(new ModelSettings("lstm", 128, 2, 0));

    /** One that allows all directions. */
    private static final Settings ECHO = Settings.startingWith(TaskConfig.parse("capitals"));

    @Test
    void onlyWhatIsVariedDiffers() {
        RaceConfig config = RaceConfig.of(BASE, SettingsSchema.CELL, List.of("elman", "gru", "lstm"));

        assertThat(config.variants())
                .extracting(RaceConfig.Variant::name)
                .containsExactly("Elman (tanh)", "GRU", "LSTM");
        assertThat(config.settings())
                .extracting(settings -> settings.withModel(settings.model().withCell("lstm")))
                .containsOnly(BASE);
    }

    static Stream<Setting<?>> compared() {
        return SettingsSchema.compared().stream();
    }

    /** Settings with which another value makes a difference. */
    private static Settings baseFor(Setting<?> varied) {
        if (varied == SettingsSchema.BIDIRECTIONAL) {
            return ECHO.withModel(ECHO.model().withLayers(2));
        }
        return Stream.of(OptimizerSpec.OptimizerKind.values())
                .map(kind -> BASE.with(change -> change.optimizer = change.optimizer.switchedTo(kind)))
                .filter(settings -> varied.idle(settings) == null)
                .max(Comparator.comparing(settings -> settings.equals(BASE)))
                .orElseThrow();
    }

    private static <T> RaceConfig config(Settings base, Setting<T> varied) {
        return RaceConfig.of(
                base,
                varied,
                varied.suggestions(base).stream().map(varied.type()::format).toList());
    }

    @ParameterizedTest
    @MethodSource("compared")
    void everySettingIsReadAsItIsWritten(Setting<?> varied) {
        for (Settings settings : List.of(
                BASE,
                ECHO.with(change -> change.clipping = Clipping.off()),
                ECHO.with(change -> change.clipping = Clipping.value(2)))) {
            assertThat(varied.withText(settings, "It", varied.text(settings))).isEqualTo(settings);
        }
    }

    @ParameterizedTest
    @MethodSource("compared")
    void theSuggestedValuesMakeARace(Setting<?> varied) {
        Settings base = baseFor(varied);
        RaceConfig config = config(base, varied);

        assertThat(config.variants()).hasSizeBetween(RaceConfig.MIN_NETWORKS, RaceConfig.MAX_NETWORKS);
        assertThat(config.settings())
                .allSatisfy(settings -> assertThat(varied.withText(settings, "It", varied.text(base)))
                        .isEqualTo(base));
        assertThat(config.variants()).extracting(RaceConfig.Variant::name).doesNotHaveDuplicates();
    }

    @Test
    void valuesReachTheirSetting() {
        assertThat(SettingsSchema.HIDDEN.withText(BASE, "It", "64").model().hidden())
                .isEqualTo(64);
        assertThat(SettingsSchema.LEARNING_RATE
                        .withText(BASE, "It", "0.01")
                        .training()
                        .learningRate())
                .isEqualTo(0.01);
        assertThat(SettingsSchema.SCHEDULE
                        .withText(BASE, "It", "step:0.5:500")
                        .training()
                        .schedule())
                .isEqualTo(new RateSchedule.StepDecay(0.5, 500));
        assertThat(SettingsSchema.INITIALIZATION
                        .withText(BASE, "It", "uniform")
                        .model()
                        .initialization())
                .isEqualTo(Initialization.UNIFORM);
        assertThat(SettingsSchema.OPTIMIZER
                        .withText(BASE, "It", "sgd")
                        .training()
                        .optimizer())
                .isEqualTo(OptimizerSpec.of(OptimizerSpec.OptimizerKind.SGD));
        assertThat(SettingsSchema.CLIPPING
                        .withText(BASE.with(change -> change.clipping = Clipping.off()), "It", "2")
                        .training()
                        .clipping())
                .isEqualTo(Clipping.norm(2));
        assertThat(SettingsSchema.SEED
                        .withText(BASE, "It", "12345678901")
                        .training()
                        .seed())
                .isEqualTo(12_345_678_901L);
    }

    @Test
    void usualValuesLieAroundThePresentOne() {
        assertThat(SettingsSchema.HIDDEN.suggestions(BASE)).containsExactly(64L, 128L, 256L);
        assertThat(SettingsSchema.WINDOW.suggestions(BASE)).containsExactly(12L, 25L, 50L);
        assertThat(SettingsSchema.LEARNING_RATE.suggestions(BASE)).containsExactly(0.00125, 0.005, 0.02);
    }

    @ParameterizedTest
    @CsvSource({
        "hidden, 64, A race is between 2 to 4 networks; you have chosen 1.",
        "hidden, 1 2 3 4 5, A race is between 2 to 4 networks; you have chosen 5.",
        "hidden, 64 064, '“64 units” is there twice; give each network a value of its own.'",
        "hidden, 64 many, 'The hidden size is \"many\"; choose a whole number from 1 to 4096.'",
        "hidden, 64 0, 'The hidden size is 0; choose a whole number from 1 to 4096.'",
        "hidden, 64 99999999999, 'The hidden size is 99999999999; choose a whole number from 1 to 4096.'",
        "learning-rate, 0.1 -1, 'The learning rate is -1; choose a number above 0, for example 0.002.'",
        "optimizer, adam eve, 'The optimizer is \"eve\"; choose sgd, adagrad, rmsprop, adam or adamw.'",
    })
    void refusesWithASentence(String varied, String values, String sentence) {
        assertThatThrownBy(() ->
                        RaceConfig.of(BASE, SettingsSchema.named(varied).orElseThrow(), List.of(values.split(" "))))
                .isInstanceOf(ProblemException.class)
                .hasMessage(sentence);
    }

    @Test
    void refusesWhatMakesNoDifference() {
        Settings oneLayer = BASE.withModel(BASE.model().withLayers(1));

        assertThatThrownBy(() -> RaceConfig.of(oneLayer, SettingsSchema.DROPOUT, List.of("0", "0.5")))
                .hasMessageStartingWith("Dropout acts between layers, so with one layer it does nothing.");
        assertThatThrownBy(() -> config(BASE, SettingsSchema.BIDIRECTIONAL)).isInstanceOf(ProblemException.class);
    }
}
