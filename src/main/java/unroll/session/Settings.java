package unroll.session;

import unroll.corpus.Split;
import unroll.train.Clipping;
import unroll.train.TrainingConfig;

/** Everything a run is made from, apart from the text. */
public record Settings(ModelSettings model, TrainingConfig training, Split split) {
    public static final Settings DEFAULT = new Settings(ModelSettings.DEFAULT, TrainingConfig.DEFAULT, Split.DEFAULT);

    public Settings withModel(ModelSettings value) {
        return new Settings(value, training, split);
    }

    public Settings withTraining(TrainingConfig value) {
        return new Settings(model, value, split);
    }

    public Settings withSplit(Split value) {
        return new Settings(model, training, value);
    }

    public Settings withLearningRate(double value) {
        return withTraining(training.withLearningRate(value));
    }

    public Settings withClipping(Clipping value) {
        return withTraining(training.withClipping(value));
    }

    /** These settings with what can change in a run taken from others: rate, schedule, clipping, intervals, patience. */
    Settings withChangeableOf(Settings other) {
        TrainingConfig wanted = other.training;
        return withTraining(new TrainingConfig(
                training.batch(),
                training.window(),
                training.optimizer(),
                wanted.learningRate(),
                wanted.schedule(),
                wanted.clipping(),
                training.seed(),
                training.threads(),
                wanted.maxSteps(),
                wanted.validateEvery(),
                wanted.sampleEvery(),
                wanted.patience()));
    }
}
