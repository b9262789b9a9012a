package unroll.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.message.ProblemException;
import unroll.network.Initialization;
import unroll.network.NetworkSpec;
import unroll.train.Clipping;
import unroll.train.OptimizerSpec;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;

/** What a run falls back on where it diverges, before and after it was saved. */
class DivergenceTest {
    private static final int MAX_STEPS = 200;

    @TempDir
    Path folder;

    private Path file;
    private Corpus corpus;

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("model.safetensors");
        corpus = CorpusReader.ofText("fox", "the quick brown fox jumps over the lazy dog. ".repeat(20));
    }

    private Trainer trainer(double rate, double dropout) {
        TrainingConfig config = Runs.config(OptimizerSpec.OptimizerKind.SGD).with(change -> {
            change.learningRate = rate;
            change.clipping = Clipping.off();
        });
        NetworkSpec spec =
                new NetworkSpec("elman-relu", corpus.vocabulary().size(), 16, 2, dropout).with(Initialization.UNIFORM);
        return Runs.trainer(spec, config, corpus);
    }

    private Trainer saveAndResume(Trainer trainer) throws IOException {
        Runs.checkpoint(trainer, corpus).save(file);
        return Checkpoint.load(file).resume(Runs.data(corpus));
    }

    private static ProblemException diverge(Trainer trainer) {
        return catchThrowableOfType(ProblemException.class, () -> {
            for (int step = 0; step < MAX_STEPS; step++) {
                trainer.step();
            }
        });
    }

    private static float[] weights(Trainer trainer) {
        return trainer.network().parameters().values();
    }

    /**
     * In the first the loss explodes over a few steps, in the second a dead network comes between, in the last it is one step.
     * At which step depends on how the processor rounds.
     */
    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0.3", "1e38, 0"})
    void fallsBackOnTheLastWeightsWithAnOrdinaryLoss(double rate, double dropout) throws IOException {
        List<float[]> before = new ArrayList<>();
        try (Trainer trainer = trainer(rate, dropout)) {
            ProblemException diverged = catchThrowableOfType(ProblemException.class, () -> {
                for (int i = 0; i < MAX_STEPS; i++) {
                    before.add(weights(trainer).clone());
                    trainer.step();
                }
            });
            assertThat(diverged)
                    .hasMessageStartingWith("Training diverged at step " + before.size() + ": the loss is no longer a")
                    .hasMessageMatching("(?s).*The weights are those of step [0-9]+ again.*")
                    .hasMessageContaining("lower the learning rate")
                    .hasMessageContaining("turn clipping on");
            int step =
                    Integer.parseInt(diverged.getMessage().replaceFirst("(?s).*those of step ([0-9]+) again.*", "$1"));
            assertThat(weights(trainer)).isEqualTo(before.get(step));
            assertThat(trainer.weightsStep()).isEqualTo(step);
            assertLearns(saveAndResume(trainer));
        }
    }

    private static void assertLearns(Trainer trainer) {
        try (trainer) {
            trainer.reconfigure(trainer.config().with(change -> {
                change.learningRate = 0.05;
                change.clipping = Clipping.norm(1);
            }));
            double loss = 0;
            for (int step = 0; step < 600; step++) {
                loss = trainer.step().loss();
            }
            assertThat(loss).isLessThan(0.7 * Math.log(trainer.network().spec().outputs()));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0.3", "1e38, 0"})
    void aRunSavedAtAnyStepFallsBackOnTheSame(double rate, double dropout) throws IOException {
        ProblemException whole;
        float[] fallback;
        long last;
        try (Trainer trainer = trainer(rate, dropout)) {
            whole = diverge(trainer);
            fallback = weights(trainer).clone();
            last = trainer.steps();
        }
        try (Trainer trainer = trainer(rate, dropout)) {
            while (trainer.steps() < last) {
                try (Trainer resumed = saveAndResume(trainer)) {
                    assertThat(diverge(resumed)).hasMessage(whole.getMessage());
                    assertThat(weights(resumed)).isEqualTo(fallback);
                }
                trainer.step();
            }
            try (Trainer resumed = saveAndResume(trainer)) {
                assertThat(weights(resumed)).as("saved when it had diverged").isEqualTo(fallback);
            }
        }
    }

    /** A file holds more than the weights only where these are not worth falling back on. */
    @Test
    void ordinaryWeightsAreSavedOnce() throws IOException {
        try (Trainer trainer = trainer(1, 0)) {
            List<Boolean> apart = new ArrayList<>();
            assertThatThrownBy(() -> {
                        for (int step = 0; step < MAX_STEPS; step++) {
                            trainer.step();
                            apart.add(trainer.capture().lastGood().weights() != null);
                        }
                    })
                    .isInstanceOf(ProblemException.class);
            int exploding = apart.indexOf(true);
            assertThat(exploding).as("the first step not worth falling back on").isPositive();
            assertThat(apart.subList(0, exploding)).containsOnly(false);
            assertThat(apart.get(apart.size() - 1))
                    .as("before it diverges the file holds what it falls back on as its weights")
                    .isFalse();
        }
    }

    @Test
    void weightsThatAreNotNumbersAreRefusedByTheirName() throws IOException {
        Checkpoint saved = Runs.trained("gru", 3);
        saved.training().state().weights()[17] = Float.NaN;
        saved.save(file);
        assertThatThrownBy(() -> Checkpoint.load(file))
                .isInstanceOf(ProblemException.class)
                .hasMessage("This model diverged: its weights are not numbers. Open a copy of " + file
                        + " that was saved earlier.");
    }
}
