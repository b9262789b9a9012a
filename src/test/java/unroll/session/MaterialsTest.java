package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unroll.corpus.CorpusReader;
import unroll.task.TaskChoice;

class MaterialsTest {
    @Test
    void keepsMadeDataWhileSomebodyLooksAtTheText() throws Exception {
        Materials materials = new Materials();
        Sources sources = Sources.NONE.withText(CorpusReader.ofText("roses", "A rose is a rose.\n".repeat(200)));
        Settings addition = Settings.startingWith(TaskChoice.parse("addition:examples=100"));
        Material made = materials.get(addition, sources);
        Material text = materials.get(Settings.DEFAULT, sources);
        assertThat(materials.known(addition, sources)).isSameAs(made);
        assertThat(materials.known(Settings.DEFAULT, sources)).isSameAs(text);
    }
}
