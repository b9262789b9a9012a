package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentFilesTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("new").resolve("recent.json");
    }

    private RecentFiles open() {
        return new RecentFiles(file(), Runnable::run);
    }

    private Path text(int number) {
        return folder.resolve("text" + number + ".txt");
    }

    @Test
    void areThereAgainNextTimeNewestFirst() {
        RecentFiles recent = open();
        recent.addCorpus(text(1));
        recent.addCorpus(text(2));
        recent.addModel(folder.resolve("model.safetensors"));
        assertThat(open().corpora()).containsExactly(text(2), text(1));
        assertThat(open().models()).containsExactly(folder.resolve("model.safetensors"));
    }

    @Test
    void keepTenAndEveryFileOnce() {
        RecentFiles recent = open();
        for (int i = 0; i < 12; i++) {
            recent.addCorpus(text(i));
        }
        recent.addCorpus(folder.resolve("x").resolve("..").resolve("text5.txt"));
        assertThat(open().corpora()).hasSize(10).startsWith(text(5), text(11)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,2]", "null", "{\"corpora\": 7, \"models\": {\"a\": 1}}", "\u0000\u0001"})
    void readAsEmptyWhereTheFileIsDamagedAndWorkOn(String content) throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), content);
        RecentFiles recent = open();
        assertThat(recent.corpora()).isEmpty();
        recent.addCorpus(text(1));
        assertThat(open().corpora()).containsExactly(text(1));
    }

    @Test
    void oneBadNameCostsNobodyTheOthers() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"corpora\": [17, \"bad\\u0000name\", \"/good.txt\", null]}");
        assertThat(open().corpora()).containsExactly(Path.of("/good.txt"));
    }

    @Test
    void writeOnceForManyChangesInARow() throws Exception {
        List<Runnable> writes = new ArrayList<>();
        RecentFiles recent = new RecentFiles(file(), writes::add);
        recent.addCorpus(text(1));
        recent.addCorpus(text(2));
        recent.addCorpus(text(3));
        assertThat(writes).hasSize(1);
        writes.get(0).run();
        assertThat(open().corpora()).containsExactly(text(3), text(2), text(1));
    }
}
