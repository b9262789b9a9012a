package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.task.RandomStreams;
import unroll.task.TaskData;

class TrainerValidationTest {
    private static final Split HALVES = new Split(0.5, 0.5, 0);

    private static double loss(String validationPart) throws Exception {
        Corpus corpus = CorpusReader.ofText("text", "ab".repeat(validationPart.length() / 2) + validationPart);
        Network network = new Network(new NetworkSpec("elman", 2, 2, 1, 0), RandomStreams.initialization(1));
        try (Trainer trainer = new Trainer(network, new TaskData.Streams(corpus, HALVES), TrainingConfig.DEFAULT)) {
            return trainer.validate().orElseThrow().loss();
        }
    }

    @Test
    void measuresTheBeginningOfALongPartOnly() throws Exception {
        String measured = "abba".repeat(Trainer.MAX_VALIDATED / 4);
        double loss = loss(measured);
        assertThat(loss(measured + "bbbb".repeat(1000))).isEqualTo(loss);
        String shorter = measured.substring(4000);
        assertThat(loss("bbbb".repeat(1000) + shorter)).isNotEqualTo(loss);
    }
}
