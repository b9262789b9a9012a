package unroll.session;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import unroll.checkpoint.Progress;
import unroll.checkpoint.TextSource;
import unroll.checkpoint.Training;
import unroll.corpus.Corpus;
import unroll.corpus.Split;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;

/** A learner that is the real trainer. */
final class TrainerLearner implements Learner {
    private final Trainer trainer;
    private final Corpus corpus;
    private final Split split;
    private final Described text;

    TrainerLearner(Trainer trainer, Corpus corpus, Split split) {
        this.trainer = trainer;
        this.corpus = corpus;
        this.split = split;
        text = new Described(corpus);
    }

    @Override
    public Trainer.Step step() {
        return trainer.step();
    }

    @Override
    public double validate() {
        return trainer.validate();
    }

    @Override
    public long parameters() {
        return trainer.network().spec().parameters();
    }

    @Override
    public long steps() {
        return trainer.steps();
    }

    @Override
    public double epoch() {
        return trainer.epoch();
    }

    @Override
    public int charactersPerStep() {
        return trainer.charactersPerStep();
    }

    @Override
    public void change(TrainingConfig config) {
        trainer.reconfigure(config);
    }

    @Override
    public Writer writer() {
        return new NetworkWriter(trainer.network().copy(), corpus.vocabulary());
    }

    @Override
    public Capture capture(RunNotes notes) {
        Progress progress = new Progress(
                trainer.epoch(),
                notes.seconds(),
                notes.trainLoss(),
                notes.validationLoss(),
                notes.bestValidationLoss());
        Training training = new Training(trainer.config(), split, trainer.capture(), progress, notes.curves());
        return new CheckpointCapture(trainer.network().spec(), corpus.vocabulary(), training, text);
    }

    @Override
    public void takeWeights(Capture earlier) {
        if (earlier instanceof CheckpointCapture capture) {
            trainer.weights(capture.weights());
        }
    }

    @Override
    public void close() {
        trainer.close();
    }

    /** The description of a text, made when it is first needed and kept. */
    private static final class Described implements Supplier<TextSource> {
        private final Corpus corpus;
        private @Nullable TextSource text;

        Described(Corpus corpus) {
            this.corpus = corpus;
        }

        @Override
        public synchronized TextSource get() {
            TextSource known = text;
            if (known == null) {
                known = TextSource.of(corpus);
                text = known;
            }
            return known;
        }
    }
}
