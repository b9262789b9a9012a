package unroll.session;

import java.io.IOException;
import java.nio.file.Path;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.Progress;
import unroll.checkpoint.TextSource;
import unroll.checkpoint.Training;
import unroll.corpus.Corpus;
import unroll.corpus.Split;
import unroll.train.Trainer;
import unroll.train.TrainerState;
import unroll.train.TrainingConfig;

/** A learner that is the real trainer. */
final class TrainerLearner implements Learner {
    private final Trainer trainer;
    private final Corpus corpus;
    private final Split split;
    private final TextSource text;

    TrainerLearner(Trainer trainer, Corpus corpus, Split split) {
        this.trainer = trainer;
        this.corpus = corpus;
        this.split = split;
        text = TextSource.of(corpus);
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
        return new StateCapture(new Checkpoint(trainer.network().spec(), corpus.vocabulary(), training, text));
    }

    private record StateCapture(Checkpoint checkpoint) implements Capture {
        TrainerState state() {
            return checkpoint.training().state();
        }

        @Override
        public long step() {
            return state().steps();
        }

        @Override
        public void writeTo(Path file) throws IOException {
            checkpoint.save(file);
        }
    }

    @Override
    public void takeWeights(Capture earlier) {
        if (earlier instanceof StateCapture capture) {
            trainer.weights(capture.state().weights());
        }
    }

    @Override
    public void close() {
        trainer.close();
    }
}
