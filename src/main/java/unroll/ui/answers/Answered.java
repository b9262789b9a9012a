package unroll.ui.answers;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unroll.message.ProblemException;
import unroll.sample.Answerer;
import unroll.sample.Answerer.Reply;
import unroll.sample.SamplingSettings;
import unroll.session.model.ModelSnapshot;

/**
 * A question and what a network said.
 *
 * @param typed by a person
 * @param read by the network
 * @param reply over all steps
 * @param shown what a person sees of the answer
 * @param known the example, where it stands in the data
 */
record Answered(String typed, String read, Reply reply, String shown, Exercise.@Nullable KnownAnswer known) {
    /** Symbols after which an answer is cut off. */
    static final int MAX_LENGTH = 100;

    /**
     * Asks a model; takes its time. Empty where the model is none for this exercise, being of another task.
     *
     * @param before the answer that was shown last, or null
     * @throws ProblemException where the model cannot read what was typed
     */
    static Optional<Answered> by(ModelSnapshot model, Exercise exercise, String typed, @Nullable Answered before) {
        if (!exercise.fits(model)) {
            return Optional.empty();
        }
        String read = exercise.read(typed);
        Reply reply = new Answerer(model.network(), model.layout()).draw(read, SamplingSettings.GREEDY, MAX_LENGTH, 0);
        Exercise.KnownAnswer known = before != null && before.read.equals(read) ? before.known : exercise.find(read);
        return Optional.of(
                new Answered(typed, read, reply, exercise.tryIt().show().apply(reply.text()), known));
    }

    /** How sure the network was of what it said at a place, from 0 to 1. */
    double sureness(int place) {
        return reply.probabilities().get(place)[reply.symbols()[place]];
    }
}
