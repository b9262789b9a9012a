package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unroll.network.Vocabularies;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.train.Clipping;
import unroll.train.OptimizerSpec;

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
    }
}
