package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.task.RandomStreams;
import unroll.task.TaskData;

class TextFitTest {
    private static final Pattern PROPOSED = Pattern.compile("Choose a batch of (\\d+) with a window of (\\d+),");
    private static final List<Split> SPLITS =
            List.of(Split.DEFAULT, new Split(1, 0, 0), new Split(0.5, 0.25, 0.25), new Split(0.34, 0.33, 0.33));

    @ParameterizedTest
    @CsvSource({
        "40, 20, 1",
        "300, 20, 1",
        "2000, 20, 5",
        "10000, 23, 24",
        "44000, 49, 50",
        "45000, 50, 50",
        "1000000, 50, 50",
    })
    void lowersBatchAndWindowForAShortText(int characters, int window, int batch) throws IOException {
        TextFit fit = new TextFit(text(characters, Split.DEFAULT));

        TrainingConfig adapted = fit.adapt(TrainingConfig.DEFAULT, false, false);

        assertThat(adapted.window()).isEqualTo(window);
        assertThat(adapted.batch()).isEqualTo(batch);
    }

    @Test
    void whatIsAdaptedFitsAnyTextThatCanBeLearned() throws IOException {
        for (int characters = 2; characters <= 2000; characters++) {
            for (Split split : SPLITS) {
                TaskData.Streams text = text(characters, split);
                TextFit fit = new TextFit(text);
                TrainingConfig adapted = fit.adapt(TrainingConfig.DEFAULT, false, false);
                int training = (int) Math.floor(split.train() * characters + 1e-6);
                if (training >= 2) {
                    assertThatCode(() -> fit.require(adapted))
                            .as("%d characters, %s", characters, split)
                            .doesNotThrowAnyException();
                } else {
                    assertThatThrownBy(() -> fit.require(adapted)).hasMessageContaining("at least 2 are needed");
                }
            }
        }
    }

    @Test
    void whatARefusalProposesFits() throws IOException {
        for (int characters = 4; characters <= 2000; characters++) {
            for (Split split : SPLITS) {
                TextFit fit = new TextFit(text(characters, split));
                TrainingConfig config = TrainingConfig.DEFAULT;
                Throwable refusal = catchThrowable(() -> fit.require(config));
                assertThat(refusal == null).isEqualTo(fit.fits(config));
                if (refusal != null && !refusal.getMessage().contains("at least 2")) {
                    Matcher proposed = PROPOSED.matcher(refusal.getMessage());
                    assertThat(proposed.find()).as(refusal.getMessage()).isTrue();
                    TrainingConfig smaller = config.with(change -> {
                        change.batch = Integer.parseInt(proposed.group(1));
                        change.window = Integer.parseInt(proposed.group(2));
                    });
                    assertThatCode(() -> fit.require(smaller))
                            .as("%d characters, %s", characters, split)
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void neverChangesWhatMustBeKept() throws IOException {
        for (int characters = 4; characters <= 2000; characters++) {
            TextFit fit = new TextFit(text(characters, Split.DEFAULT));
            int capacity = (int) Math.floor(0.9 * characters + 1e-6) - 1;
            TrainingConfig batch = fit.adapt(TrainingConfig.DEFAULT, true, false);
            TrainingConfig window = fit.adapt(TrainingConfig.DEFAULT, false, true);

            assertThat(batch.batch()).isEqualTo(50);
            assertThat(window.window()).isEqualTo(50);
            assertThat(fit.fits(batch)).as("%d characters", characters).isEqualTo(capacity >= 50);
            assertThat(fit.fits(window)).as("%d characters", characters).isEqualTo(capacity >= 50);
            assertThat(fit.adapt(TrainingConfig.DEFAULT, true, true)).isEqualTo(TrainingConfig.DEFAULT);
        }
    }

    /** Also a part that is shorter than a window is measured as a whole, whatever the batch. */
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 19, 39, 40, 60, 300, 700, 2000})
    void trainsAndMeasures(int characters) throws IOException {
        TaskData.Streams text = text(characters, Split.DEFAULT);
        TrainingConfig config = new TextFit(text).adapt(TrainingConfig.DEFAULT, false, false);
        NetworkSpec spec = new NetworkSpec("gru", text.corpus().vocabulary().size(), 4, 1, 0);
        try (Trainer trainer = new Trainer(new Network(spec, RandomStreams.initialization(1)), text, config)) {
            int validated = (int) (Math.floor(0.95 * characters + 1e-6) - Math.floor(0.9 * characters + 1e-6));

            assertThat(trainer.step().loss()).isFinite().isPositive();
            assertThat(trainer.validate().map(Evaluation::characters))
                    .isEqualTo(validated < 2 ? Optional.empty() : Optional.of(validated - 1L));
        }
    }

    private static TaskData.Streams text(int characters, Split split) throws IOException {
        String words = "the quick brown fox ".repeat(characters / 20 + 1).substring(0, characters);
        return new TaskData.Streams(CorpusReader.ofText("short", words), split);
    }
}
