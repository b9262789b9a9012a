package unroll.session.model;

import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.sample.Answerer;
import unroll.sample.SampleRequest;
import unroll.task.AnswerMode;
import unroll.task.Examples;
import unroll.task.Pair;
import unroll.task.RandomStreams;
import unroll.task.TaskData;

/** Answers some held-out examples, a line each: what was read, what was said, and what is right where that is another. */
record AnswerWriter(ModelSnapshot model, TaskData.Examined data) implements Learner.Writer {
    private static final int LINES = 8;

    @Override
    public String write(SampleRequest request, Consumer<String> heard) {
        Examples examples = data.validation().size() > 0 ? data.validation() : data.training();
        UniformRandomProvider random = RandomStreams.draws(request.seed());
        Answerer answerer = new Answerer(model.network(), model.layout());
        StringBuilder written = new StringBuilder();
        for (int line = 0; line < LINES && !Thread.currentThread().isInterrupted(); line++) {
            String text = line(answerer, examples, random.nextInt(examples.size()), request);
            written.append(text);
            heard.accept(text);
        }
        return written.toString();
    }

    private String line(Answerer answerer, Examples examples, int index, SampleRequest request) {
        Pair pair = examples.pair(index);
        if (model.layout().type().givesLabel()) {
            String drawn = answerer.draw(pair.input(), request.settings(), request.length(), request.seed() + index)
                    .text();
            return "%s \u2192 %s\n".formatted(pair.input(), drawn);
        }
        Answerer.Reply reply = answerer.answer(pair.input());
        String said = asked(pair, reply);
        return data.isRight(pair, reply.symbols())
                ? "\u2713 %s \u2192 %s\n".formatted(pair.input(), said)
                : "\u2717 %s \u2192 %s, right: %s\n".formatted(pair.input(), said, pair.output());
    }

    /** What was said at the steps that are asked: those after them, where every step answers, mean nothing. */
    private String asked(Pair pair, Answerer.Reply reply) {
        if (model.layout().type().answer() != AnswerMode.AT_EVERY_STEP) {
            return reply.text();
        }
        int steps = pair.output().codePointCount(0, pair.output().length());
        return model.layout().text(Arrays.copyOf(reply.symbols(), steps));
    }
}
