package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    @TempDir
    Path folder;

    private Preferences open() {
        return new Preferences(folder.resolve("preferences.json"), Runnable::run);
    }

    @Test
    void areThereAgainNextTime() {
        open().put("theme", "dark");
        open().put("zoom", "1.5");
        assertThat(open().get("theme", "light")).isEqualTo("dark");
        assertThat(open().get("zoom", 1.0)).isEqualTo(1.5);
    }

    @Test
    void giveTheOtherValueWhereNothingWasSetOrNoNumber() {
        open().put("zoom", "large");
        assertThat(open().get("zoom", 1.0)).isEqualTo(1.0);
        assertThat(open().get("theme", "system")).isEqualTo("system");
    }

    /** In the words of the first version that asked for it. */
    @Test
    void rememberWhetherSnapshotsAreRecorded() throws Exception {
        assertThat(open().recordsSnapshots()).isTrue();
        Files.writeString(folder.resolve("preferences.json"), "{\"moments\": \"not kept\"}");
        assertThat(open().recordsSnapshots()).isFalse();
        open().recordSnapshots(true);
        assertThat(open().get("moments", "")).isEqualTo("kept");
        assertThat(open().recordsSnapshots()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"zoom\": ", "[]", "{\"zoom\": [1]}"})
    void readAsEmptyWhereTheFileIsDamagedAndWorkOn(String content) throws Exception {
        Files.writeString(folder.resolve("preferences.json"), content);
        assertThat(open().get("zoom", "none")).isEqualTo("none");
        open().put("zoom", "2");
        assertThat(open().get("zoom", 1.0)).isEqualTo(2.0);
    }
}
