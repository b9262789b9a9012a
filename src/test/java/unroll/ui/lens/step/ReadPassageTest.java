package unroll.ui.lens.step;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.message.ProblemException;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.session.model.ModelSnapshot;
import unroll.task.Layout;
import unroll.task.TaskConfig;

class ReadPassageTest {
    @Test
    void aModelWhoseDataAreNotOpenIsRefusedWithASentence() {
        Corpus text = CorpusReader.ofText("letters", "abab");
        Network network = new Network(new NetworkSpec("gru", 2, 4, 1, 0), RandomSource.XO_SHI_RO_256_PP.create(1));
        ModelSnapshot model =
                new ModelSnapshot(network, TaskConfig.parse("next-character"), Layout.of(text.vocabulary()), 5);

        assertThatThrownBy(() -> ReadPassage.of(model, null))
                .isInstanceOf(ProblemException.class)
                .hasMessage("What this model learned from is not open; open it to watch the model read.");
    }
}
