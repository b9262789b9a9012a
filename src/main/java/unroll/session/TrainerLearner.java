package unroll.session;

import java.io.IOException;
import java.nio.file.Path;
import unroll.checkpoint.CheckpointException;
import unroll.corpus.Corpus;
import unroll.train.Trainer;
import unroll.train.TrainerState;
import unroll.train.TrainingConfig;

/** A learner that is the real trainer. */
final class TrainerLearner implements Learner {
    private final Trainer trainer;
    private final Corpus corpus;

    TrainerLearner(Trainer trainer, Corpus corpus) {
        this.trainer = trainer;
        this.corpus = corpus;
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
        return new StateCapture(trainer.capture(), notes);
    }

    private record StateCapture(TrainerState state, RunNotes notes) implements Capture {
        @Override
        public long step() {
            return state.steps();
        }

        @Override
        public void writeTo(Path file) throws IOException {
            throw new CheckpointException("Saving is not part of this build yet.");
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
