package unroll.session.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.task.TaskData;
import unroll.train.TextFit;
import unroll.train.TrainingConfig;

class ShortTextTest {
    @Test
    void saysWhatItDid() {
        assertThat(note(2000, Split.DEFAULT)).isEqualTo("This text is short: batch 5, window 20.");
        assertThat(note(20, Split.DEFAULT))
                .isEqualTo("This text is short: batch 1, window 17. Its validation part has fewer than 2 characters, so"
                        + " there is no validation loss.");
        assertThat(note(100_000, Split.DEFAULT)).isEmpty();
        assertThat(note(100_000, new Split(1, 0, 0))).isEmpty();
    }

    private static String note(int characters, Split split) {
        String words = "the quick brown fox ".repeat(characters / 20 + 1).substring(0, characters);
        TextFit fit = new TextFit(new TaskData.Streams(CorpusReader.ofText("short", words), split));
        return ShortText.note(fit, TrainingConfig.DEFAULT, fit.adapt(TrainingConfig.DEFAULT, false, false));
    }
}
