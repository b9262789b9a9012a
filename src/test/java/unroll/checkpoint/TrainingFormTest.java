package unroll.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import unroll.train.TrainingConfig;

class TrainingFormTest {
    private static final TrainingConfig PLAIN = TrainingConfig.DEFAULT;
    private static final TrainingConfig SMOOTHED = PLAIN.with(change -> change.labelSmoothing = 0.1);

    @Test
    void aLaterSettingThatIsOffIsNotWrittenAndReadAsOff() {
        assertThat(TrainingForm.write(PLAIN)).contains("\"patience\":10").doesNotContain("labelSmoothing");
        assertThat(TrainingForm.read(TrainingForm.write(PLAIN))).isEqualTo(PLAIN);
    }

    @Test
    void aLaterSettingThatIsUsedReturns() {
        assertThat(TrainingForm.write(SMOOTHED)).contains("\"labelSmoothing\":0.1");
        assertThat(TrainingForm.read(TrainingForm.write(SMOOTHED))).isEqualTo(SMOOTHED);
        assertThat(TrainingForm.isNewer(TrainingForm.write(SMOOTHED))).isFalse();
    }

    @Test
    void whatEveryFileHasMustBeThere() {
        String json = TrainingForm.write(PLAIN);

        assertThatThrownBy(() -> TrainingForm.read(json.replace(",\"patience\":10", "")))
                .hasMessage("Its part patience is not what it should be.");
        assertThatThrownBy(() ->
                        TrainingForm.read(json.replace("\"patience\":10", "\"patience\":10,\"labelSmoothing\":2")))
                .hasMessage("The label smoothing is 2; choose a share from 0 to 0.5, for example 0.1.");
    }

    @Test
    void knowsWhatANewerProgramWrote() {
        String json = TrainingForm.write(PLAIN);

        assertThat(TrainingForm.isNewer(json)).isFalse();
        assertThat(TrainingForm.isNewer(json.replace("\"patience\":10", "\"patience\":10,\"telepathy\":1")))
                .isTrue();
    }
}
