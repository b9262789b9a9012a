package unroll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unroll.task.TaskConfig;
import unroll.task.Tasks;

class SettingsTest {
    @Test
    void measuresTasksSoonerThanTexts() {
        assertThat(Settings.startingWith(TaskConfig.of(Tasks.standard()))).isEqualTo(Settings.DEFAULT);
        int ofATask =
                Settings.startingWith(TaskConfig.parse("capitals")).training().validateEvery();
        assertThat(ofATask).isPositive().isLessThan(Settings.DEFAULT.training().validateEvery());
    }
}
