package unroll.session.model;

import org.jspecify.annotations.Nullable;
import unroll.sample.Answerer;
import unroll.sample.SampleRequest;
import unroll.task.TaskData;
import unroll.task.TextWriting;
import unroll.task.TryIt;

/** What writes for a task. */
public final class Writers {
    private Writers() {}

    /**
     * What a model writes, or how it answers some held-out examples where it writes none. The same seed asks for the same. An
     * interrupt ends it early.
     *
     * @param data what it was trained on, or null where they are not there
     * @throws IllegalStateException with a sentence, where it answers and there is nothing to answer
     */
    public static String write(ModelSnapshot model, @Nullable TaskData data, SampleRequest request) {
        return of(model, data).write(request, piece -> {});
    }

    /**
     * How a model that writes no text answers what a person typed: the request's prime, as its task reads it. Where more than
     * one answer is right, it is drawn.
     *
     * @throws IllegalArgumentException with a sentence, where it is no question for this task or has symbols the model does
     *     not know
     */
    public static String answer(ModelSnapshot model, SampleRequest request) {
        TryIt tryIt = model.task().task().tryIt();
        Answerer answerer = new Answerer(model.network(), model.layout());
        String input = tryIt.read().apply(request.prime());
        Answerer.Reply reply = model.layout().type().givesLabel()
                ? answerer.draw(input, request.settings(), request.length(), request.seed())
                : answerer.answer(input);
        return tryIt.show().apply(reply.text());
    }

    /** @param data what it was trained on, or null where they are not there */
    public static Learner.Writer of(ModelSnapshot model, @Nullable TaskData data) {
        TextWriting writing = model.task().writing().orElse(null);
        if (writing != null) {
            return new NetworkWriter(model, writing);
        }
        return data instanceof TaskData.Examined examined
                ? new AnswerWriter(model, examined)
                : (request, heard) -> {
                    throw new IllegalStateException(
                            "This model answers and does not write a text; type something for it to answer.");
                };
    }
}
