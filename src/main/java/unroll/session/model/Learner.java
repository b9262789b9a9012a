package unroll.session.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import unroll.checkpoint.RunNotes;
import unroll.checkpoint.TrainingData;
import unroll.corpus.RealWords;
import unroll.message.ProblemException;
import unroll.sample.SampleRequest;
import unroll.session.data.Dataset;
import unroll.session.run.Run;
import unroll.settings.Settings;
import unroll.train.Evaluation;
import unroll.train.LiveAnswer;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;

/**
 * What a {@link Run} trains: all that it asks of the engine. Used by the trainer's thread only; what it gives out
 * ({@link Writer}, {@link Capture}) are copies that other threads may use while training goes on.
 */
public interface Learner extends AutoCloseable {
    /** A copy of the network as it was between two steps. For one thread at a time. */
    interface Writer {
        /**
         * Writes a text, or answers where the network writes none, and gives it piece by piece; interrupting the thread
         * ends it early.
         */
        String write(SampleRequest request, Consumer<String> onText);

        /** The answers that {@link #write} gives line by line; none where the network writes a text. */
        default List<LiveAnswer> answers(SampleRequest request) {
            return List.of();
        }

        /** Which words of a text the text it was trained on has; none where it was trained on something else. */
        default RealWords realWords(String text) {
            return RealWords.NONE;
        }
    }

    /** A model and its run as they were between two steps, captured just now or read from a file. Immutable. */
    interface Capture {
        /** Steps done. */
        long step();

        Settings settings();

        RunNotes notes();

        /** What it was trained on. */
        TrainingData subject();

        /** Whether this is the step of that run at which its validation loss was lowest. */
        default boolean isBestOf(Capture run) {
            double loss = notes().metrics().losses().validation();
            return loss == run.notes().metrics().losses().best()
                    && settings().model().equals(run.settings().model())
                    && subject().equals(run.subject());
        }

        /** A learner that goes on exactly here. */
        Learner resume(Dataset dataset);

        /** A copy of the model, which needs no data. */
        ModelSnapshot snapshot();

        /** Number of trainable weights. */
        long parameters();

        /** Bytes of its numbers, at most about. */
        long bytes();

        void writeTo(Path file) throws IOException;
    }

    /**
     * One update.
     *
     * @throws ProblemException where it would no longer be a number; the weights are then earlier ones
     */
    Trainer.Step step();

    /** How well the validation part is done; empty where there is none. Changes nothing. */
    Optional<Evaluation> validate();

    /** Number of trainable weights. */
    long parameters();

    /** Steps done since the model began. */
    long steps();

    /** Passes over the training part. */
    double epoch();

    /** Characters read in one step, on the average. */
    int charactersPerStep();

    /** Takes from these settings what can change in a run, from the next step on. */
    void change(TrainingConfig config);

    Writer writer();

    /** The model as it is now. */
    ModelSnapshot snapshot();

    /** The model as it is now, with a column of what it is learning. */
    InspectionInput inspectionInput();

    /** Bytes of the numbers in a capture. */
    long captureBytes();

    /** @param notes what the run knows and the learner does not */
    Capture capture(RunNotes notes);

    /** Puts the weights of an earlier step back; optimizer and place in the data stay. */
    void setWeights(Capture earlier);

    @Override
    void close();
}
