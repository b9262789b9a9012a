package unroll.session.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path home;

    private void saved(Path folder, long millis) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve(Autosave.FILE), "a run");
        Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
    }

    @Test
    void theOnlyProgramKeepsItsRunInTheSessionsFolder() {
        try (RunFolder folder = RunFolder.claim(home)) {
            assertThat(folder.path()).isEqualTo(home);
        }
        try (RunFolder again = RunFolder.claim(home)) {
            assertThat(again.path()).isEqualTo(home);
        }
    }

    @Test
    void noTwoKeepTheirsInTheSame() {
        try (RunFolder first = RunFolder.claim(home);
                RunFolder second = RunFolder.claim(home);
                RunFolder third = RunFolder.claim(home)) {
            assertThat(first.path()).isEqualTo(home);
            assertThat(second.path()).isEqualTo(home.resolve("2"));
            assertThat(third.path()).isEqualTo(home.resolve("3"));
        }
    }

    @Test
    void takesTheFreeOneWithTheLatestRun() throws IOException {
        saved(home, 1_000_000);
        saved(home.resolve("2"), 3_000_000);
        saved(home.resolve("3"), 2_000_000);
        try (RunFolder first = RunFolder.claim(home);
                RunFolder second = RunFolder.claim(home)) {
            assertThat(first.path()).isEqualTo(home.resolve("2"));
            assertThat(second.path()).isEqualTo(home.resolve("3"));
        }
    }

    @Test
    void goesWithoutALockWhereThereCanBeNone() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "no folder");
        try (RunFolder folder = RunFolder.claim(file)) {
            assertThat(folder.path()).isEqualTo(file);
        }
    }
}
