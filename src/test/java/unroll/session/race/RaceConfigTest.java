package unroll.session.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import unroll.network.Initialization;
import unroll.session.RaceVariable;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
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
        RaceConfig lineup = RaceConfig.of(BASE, RaceVariable.CELL, List.of("elman", "gru", "lstm"));

        assertThat(lineup.entrants())
                .extracting(RaceConfig.Entrant::name)
                .containsExactly("Elman (tanh)", "GRU", "LSTM");
        assertThat(lineup.settings())
                .extracting(settings -> settings.withModel(settings.model().withCell("lstm")))
                .containsOnly(BASE);
    }

    @ParameterizedTest
    @EnumSource(RaceVariable.class)
    void everySettingIsReadAsItIsWritten(RaceVariable varied) {
        for (Settings settings :
                List.of(BASE, ECHO.withClipping(Clipping.off()), ECHO.withClipping(Clipping.value(2)))) {
            assertThat(varied.in(settings, varied.valueOf(settings))).isEqualTo(settings);
        }
    }

    @ParameterizedTest
    @EnumSource(RaceVariable.class)
    void theUsualValuesMakeALineup(RaceVariable varied) {
        Settings base =
                varied == RaceVariable.DIRECTIONS ? ECHO.withModel(ECHO.model().withLayers(2)) : BASE;
        RaceConfig lineup = RaceConfig.of(base, varied, varied.usual(base));

        assertThat(lineup.entrants()).hasSizeBetween(RaceConfig.FEWEST, RaceConfig.MOST);
        assertThat(lineup.settings())
                .allSatisfy(settings ->
                        assertThat(varied.in(settings, varied.valueOf(base))).isEqualTo(base));
        assertThat(lineup.entrants()).extracting(RaceConfig.Entrant::name).doesNotHaveDuplicates();
    }

    @Test
    void valuesReachTheirSetting() {
        assertThat(RaceVariable.HIDDEN.in(BASE, "64").model().hidden()).isEqualTo(64);
        assertThat(RaceVariable.LEARNING_RATE.in(BASE, "0.01").training().learningRate())
                .isEqualTo(0.01);
        assertThat(RaceVariable.SCHEDULE.in(BASE, "step:0.5:500").training().schedule())
                .isEqualTo(new RateSchedule.StepDecay(0.5, 500));
        assertThat(RaceVariable.INITIALIZATION.in(BASE, "uniform").model().initialization())
                .isEqualTo(Initialization.UNIFORM);
        assertThat(RaceVariable.OPTIMIZER.in(BASE, "sgd").training().optimizer())
                .isEqualTo(OptimizerSpec.of(OptimizerSpec.Kind.SGD));
        assertThat(RaceVariable.CLIPPING
                        .in(BASE.withClipping(Clipping.off()), "2")
                        .training()
                        .clipping())
                .isEqualTo(Clipping.norm(2));
        assertThat(RaceVariable.SEED.in(BASE, "12345678901").training().seed()).isEqualTo(12_345_678_901L);
    }

    @Test
    void usualValuesLieAroundThePresentOne() {
        assertThat(RaceVariable.HIDDEN.usual(BASE)).containsExactly("64", "128", "256");
        assertThat(RaceVariable.WINDOW.usual(BASE)).containsExactly("12", "25", "50");
        assertThat(RaceVariable.LEARNING_RATE.usual(BASE)).containsExactly("0.00125", "0.005", "0.02");
    }

    @ParameterizedTest
    @CsvSource({
        "HIDDEN, 64, A race is between 2 to 4 networks; you have chosen 1.",
        "HIDDEN, 1 2 3 4 5, A race is between 2 to 4 networks; you have chosen 5.",
        "HIDDEN, 64 064, '“064 units” is there twice; give each network a value of its own.'",
        "HIDDEN, 64 many, '“many” is not a whole number; write the values with commas between them, for example 1, 2, 3.'",
        "HIDDEN, 64 0, 'The hidden size is 0; choose a whole number from 1 to 4096.'",
        "HIDDEN, 64 99999999999, 'The hidden size is 2147483647; choose a whole number from 1 to 4096.'",
        "LEARNING_RATE, 0.1 -1, 'The learning rate is -1.0; choose a number above 0, for example 0.002.'",
        "OPTIMIZER, adam eve, 'There is no optimizer named \"eve\"; choose one of sgd, adagrad, rmsprop, adam, adamw.'",
    })
    void refusesWithASentence(RaceVariable varied, String values, String sentence) {
        assertThatThrownBy(() -> RaceConfig.of(BASE, varied, List.of(values.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void refusesWhatMakesNoDifference() {
        Settings oneLayer = BASE.withModel(BASE.model().withLayers(1));

        assertThatThrownBy(() -> RaceConfig.of(oneLayer, RaceVariable.DROPOUT, List.of("0", "0.5")))
                .hasMessageStartingWith("Dropout silences units between layers, and there is only one");
        assertThatThrownBy(() -> RaceConfig.of(BASE, RaceVariable.DIRECTIONS, RaceVariable.DIRECTIONS.choices()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
