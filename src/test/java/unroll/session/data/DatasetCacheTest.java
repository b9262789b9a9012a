package unroll.session.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unroll.corpus.CorpusReader;
import unroll.settings.Settings;
import unroll.task.TaskConfig;

class DatasetCacheTest {
    @Test
    void keepsMadeDataWhileSomebodyLooksAtTheText() throws Exception {
        DatasetCache datasets = new DatasetCache();
        OpenedFiles sources =
                OpenedFiles.NONE.withText(CorpusReader.ofText("roses", "A rose is a rose.\n".repeat(200)));
        Settings addition = Settings.startingWith(TaskConfig.parse("addition:examples=100"));
        Dataset made = datasets.get(addition, sources);
        Dataset text = datasets.get(Settings.DEFAULT, sources);
        assertThat(datasets.known(addition, sources)).isSameAs(made);
        assertThat(datasets.known(Settings.DEFAULT, sources)).isSameAs(text);
    }
}
