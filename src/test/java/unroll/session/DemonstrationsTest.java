package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.corpus.CorpusReader;
import unroll.message.ProblemException;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.session.model.EngineTrainerFactory;
import unroll.session.model.GradientReading;
import unroll.session.model.Learner;
import unroll.settings.Settings;
import unroll.train.TrainingConfig;

/** That each demonstration shows what it says, long before a minute is over. */
class DemonstrationsTest {
    private static final int MAX_ATTEMPTS = 60;

    private static Learner begin(Settings settings, OpenedFiles sources) throws Exception {
        return new EngineTrainerFactory().begin(Dataset.of(settings, sources), settings);
    }

    private static OpenedFiles drama() throws Exception {
        return new OpenedFiles(CorpusReader.bundled("drama.txt"), null);
    }

    /** How much of the gradient in the lowest layer, at the last step, arrives at the first one, after so many steps. */
    private static double arrives(Settings settings, int steps) throws Exception {
        Learner learner = begin(settings, OpenedFiles.NONE);
        try {
            for (int step = 0; step < steps; step++) {
                learner.step();
            }
            double[] back =
                    GradientReading.of(learner.inspectionInput()).ofOne().away(0);
            assertThat(back).as("a long string").hasSize(40);
            return back[39] / back[0];
        } finally {
            learner.close();
        }
    }

    @Test
    void theGradientVanishesInPlainUnitsAndComesBackThroughAnLstm() throws Exception {
        double plain = arrives(Presets.VANISH, 10);
        assertThat(plain).isLessThan(1e-4);
        assertThat(arrives(Presets.VANISH_SOLVED, 40)).isGreaterThan(100 * plain);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void plainUnitsExplode(long seed) throws Exception {
        TrainingConfig training = Presets.EXPLODE.training();
        Learner learner = begin(Presets.EXPLODE.withTraining(seeded(training, seed)), drama());
        assertThat(stepsUntilItRanAway(learner)).isLessThan(MAX_ATTEMPTS);
    }

    private static TrainingConfig seeded(TrainingConfig training, long seed) {
        return TrainingConfig.DEFAULT.with(change -> {
            change.batch = training.batch();
            change.window = training.window();
            change.optimizer = training.optimizer();
            change.learningRate = training.learningRate();
            change.schedule = training.schedule();
            change.clipping = training.clipping();
            change.seed = seed;
            change.threads = training.threads();
            change.maxSteps = training.maxSteps();
            change.validateEvery = training.validateEvery();
            change.sampleEvery = training.sampleEvery();
            change.patience = training.patience();
        });
    }

    private static int stepsUntilItRanAway(Learner learner) {
        try {
            for (int step = 0; step < MAX_ATTEMPTS; step++) {
                learner.step();
            }
            return MAX_ATTEMPTS;
        } catch (ProblemException divergence) {
            return (int) learner.steps();
        } finally {
            learner.close();
        }
    }

    @Test
    void theFixLearns() throws Exception {
        Learner learner = begin(Presets.EXPLODE_SOLVED, drama());
        List<Double> losses = new ArrayList<>();
        try {
            for (int step = 0; step < 60; step++) {
                losses.add(learner.step().loss());
            }
        } finally {
            learner.close();
        }
        assertThat(losses).allMatch(loss -> loss < 5);
        assertThat(losses.get(59)).isLessThan(3.1);
    }
}
