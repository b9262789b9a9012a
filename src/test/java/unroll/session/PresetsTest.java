package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unroll.corpus.Split;
import unroll.network.Vocabularies;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.task.TaskConfig;
import unroll.train.Clipping;
import unroll.train.OptimizerSpec;
import unroll.train.TrainingConfig;

class PresetsTest {
    @Test
    void haveNamesOfTheirOwnAndCanBeBuilt() {
        assertThat(Presets.all()).extracting(Presets.Preset::name).doesNotHaveDuplicates();
        assertThat(Presets.all())
                .extracting(preset ->
                        preset.settings().model().spec(Vocabularies.same(65)).parameters())
                .allMatch(parameters -> parameters > 10_000);
    }

    @Test
    void minCharRnnIsTheGist() {
        Settings settings = Presets.MIN_CHAR_RNN.settings();
        assertThat(settings.model()).isEqualTo(new ModelSettings("elman", 100, 1, 0));
        assertThat(settings.training().batch()).isEqualTo(1);
        assertThat(settings.training().window()).isEqualTo(25);
        assertThat(settings.training().learningRate()).isEqualTo(0.1);
        assertThat(settings.training().optimizer().kind()).isEqualTo(OptimizerSpec.OptimizerKind.ADAGRAD);
        assertThat(settings.training().clipping()).isEqualTo(Clipping.value(5));
        assertThat(settings.training().patience()).isZero();
        assertThat(settings.training().weightAverage()).isZero();
    }

    @Test
    void largeIsForHours() {
        assertThat(settings("Large"))
                .isEqualTo(new Settings(
                        new ModelSettings("lstm", 512, 2, 0.2),
                        TrainingConfig.DEFAULT.with(change -> {
                            change.batch = 64;
                            change.window = 100;
                            change.optimizer = OptimizerSpec.of(OptimizerSpec.OptimizerKind.ADAMW);
                            change.learningRate = 0.002;
                        }),
                        Split.DEFAULT));
    }

    @Test
    void memorizingHasNothingThatEndsIt() {
        assertThat(settings("Memorize it"))
                .isEqualTo(new Settings(new ModelSettings("gru", 256, 1, 0), TrainingConfig.PLAIN, Split.DEFAULT));
    }

    @Test
    void theGradientsOfADemonstrationExplodeUnlessTheyAreClipped() {
        TrainingConfig explosive = TrainingConfig.PLAIN.with(change -> {
            change.batch = 16;
            change.window = 100;
            change.optimizer = OptimizerSpec.of(OptimizerSpec.OptimizerKind.SGD);
            change.learningRate = 5;
            change.clipping = Clipping.off();
        });
        assertThat(Presets.EXPLODE)
                .isEqualTo(new Settings(new ModelSettings("elman-relu", 128, 1, 0), explosive, Split.DEFAULT));
        assertThat(Presets.VANISH)
                .isEqualTo(Settings.startingWith(TaskConfig.parse("first-symbol:length=40,shortest=1"))
                        .withModel(new ModelSettings("elman", 64, 3, 0))
                        .with(change -> change.learningRate = 0.002));
    }

    private static Settings settings(String name) {
        return Presets.all().stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow()
                .settings();
    }
}
