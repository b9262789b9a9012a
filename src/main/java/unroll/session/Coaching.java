package unroll.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.cell.Cells;
import unroll.corpus.Corpus;
import unroll.corpus.SplitPart;
import unroll.lens.coach.RunFacts;
import unroll.lens.ngram.NGramLosses;
import unroll.session.data.Dataset;
import unroll.session.run.RecentRun;
import unroll.session.state.Status;
import unroll.settings.ModelSettings;
import unroll.task.Examples;
import unroll.task.TaskData;
import unroll.train.TrainingConfig;

/** Gathers what the coach is told about a run. */
public final class Coaching {
    /** Examples from which the length of all is judged. */
    private static final int TASTED = 200;

    /** That suits optimizers which do not divide by a running mean of squares. */
    private static final double PLAIN_RATE = 0.1;

    private Coaching() {}

    /**
     * The facts of a run.
     *
     * @param ngrams what counting reaches on its text, or null
     */
    public static RunFacts facts(Status status, RecentRun.View recent, @Nullable NGramLosses ngrams) {
        return new RunFacts(
                new RunFacts.Progress(status.metrics().step(), status.metrics().epoch(), recent.diverged()),
                new RunFacts.Losses(
                        status.metrics().losses().train(), recent.lossBefore(), validations(status, recent), ngrams),
                recent.gradients(),
                config(status));
    }

    /** After a run was taken up again the last one is known from its file. */
    private static List<Double> validations(Status status, RecentRun.View recent) {
        boolean onlyKept = recent.validations().isEmpty()
                && !Double.isNaN(status.metrics().losses().validation());
        return onlyKept ? List.of(status.metrics().losses().validation()) : recent.validations();
    }

    private static RunFacts.Config config(Status status) {
        Dataset dataset = status.dataset();
        ModelSettings model = status.settings().model();
        TrainingConfig training = status.settings().training();
        return new RunFacts.Config(
                training.learningRate(),
                switch (training.optimizer().kind()) {
                    case SGD, ADAGRAD -> PLAIN_RATE;
                    case RMSPROP, ADAM, ADAMW -> TrainingConfig.DEFAULT.learningRate();
                },
                Cells.named(model.cell()).blocks() > 1,
                model.layers(),
                model.dropout(),
                status.model().parameters(),
                dataset == null ? Long.MAX_VALUE : characters(dataset.data()),
                dataset == null || validated(dataset.data()));
    }

    /** Of the training part; of examples about as many. */
    static long characters(TaskData data) {
        if (data instanceof TaskData.Streams text) {
            return text.corpus().part(text.split(), SplitPart.TRAIN).length();
        }
        Examples examples = ((TaskData.ExampleSets) data).training();
        int tasted = Math.min(TASTED, examples.size());
        long steps = 0;
        for (int index = 0; index < tasted; index++) {
            steps += examples.steps(index);
        }
        return Math.max(1, steps * examples.size() / Math.max(1, tasted));
    }

    private static boolean validated(TaskData data) {
        if (data instanceof TaskData.Streams text) {
            Corpus corpus = text.corpus();
            return corpus.part(text.split(), SplitPart.VALIDATION).length() > 1;
        }
        return ((TaskData.ExampleSets) data).validation().size() > 0;
    }
}
