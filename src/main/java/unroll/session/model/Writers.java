package unroll.session.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.corpus.RealWords;
import unroll.corpus.WordList;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.sample.Answerer;
import unroll.sample.Generator;
import unroll.sample.SampleRequest;
import unroll.sample.TextReader;
import unroll.task.AnswerMode;
import unroll.task.Examples;
import unroll.task.InputOutput;
import unroll.task.RandomStreams;
import unroll.task.TaskData;
import unroll.task.TextWriting;
import unroll.task.TryIt;
import unroll.train.LiveAnswer;

/** What writes for a task. */
public final class Writers {
    private Writers() {}

    /**
     * What a model writes, or how it answers some held-out examples where it writes none. The same seed asks for the same. An
     * interrupt ends it early.
     *
     * @param data what it was trained on, or null where they are not there
     * @throws ProblemException where it answers and there is nothing to answer
     */
    public static String write(ModelSnapshot model, @Nullable TaskData data, SampleRequest request) {
        return of(model, data, () -> WordList.NONE).write(request, piece -> {});
    }

    /**
     * How a model that writes no text answers what a person typed: the request's prime, as its task reads it. Where more than
     * one answer is right, it is drawn.
     *
     * @throws ProblemException where it is no question for this task or has symbols the model does
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

    /**
     * What writes.
     *
     * @param data what it was trained on, or null where they are not there
     * @param words of the text it was trained on, looked for on the thread that writes
     */
    public static Learner.Writer of(ModelSnapshot model, @Nullable TaskData data, Supplier<WordList> words) {
        TextWriting writing = model.task().writing().orElse(null);
        if (writing != null) {
            return new NetworkWriter(model, writing, words);
        }
        return data instanceof TaskData.ExampleSets examined
                ? new AnswerWriter(model, examined)
                : (request, onText) -> {
                    throw Reason.NOTHING_TO_ANSWER.exception();
                };
    }

    /** Writes a text with a network of its own. */
    private record NetworkWriter(ModelSnapshot model, TextWriting writing, Supplier<WordList> words)
            implements Learner.Writer {
        @Override
        public RealWords realWords(String text) {
            return words.get().in(text);
        }

        @Override
        public String write(SampleRequest request, Consumer<String> onText) {
            Generator generator = new Generator(
                    model.layout().alphabets().input().vocabulary(), TextReader.of(model.network(), writing));
            return generator.write(request, symbol -> {
                onText.accept(symbol);
                return true;
            });
        }
    }

    /** Answers some held-out examples, a line each. */
    private record AnswerWriter(ModelSnapshot model, TaskData.ExampleSets data) implements Learner.Writer {
        private static final int LINES = 8;

        @Override
        public String write(SampleRequest request, Consumer<String> onText) {
            StringBuilder written = new StringBuilder();
            answer(request, answer -> {
                String line = answer.line() + "\n";
                written.append(line);
                onText.accept(line);
            });
            return written.toString();
        }

        @Override
        public List<LiveAnswer> answers(SampleRequest request) {
            List<LiveAnswer> answers = new ArrayList<>();
            answer(request, answers::add);
            return answers;
        }

        private void answer(SampleRequest request, Consumer<LiveAnswer> onAnswer) {
            Examples examples = data.validation().size() > 0 ? data.validation() : data.training();
            UniformRandomProvider random = RandomStreams.draws(request.seed());
            Answerer answerer = new Answerer(model.network(), model.layout());
            for (int line = 0; line < LINES && !Thread.currentThread().isInterrupted(); line++) {
                onAnswer.accept(answer(answerer, examples, random.nextInt(examples.size()), request));
            }
        }

        private LiveAnswer answer(Answerer answerer, Examples examples, int index, SampleRequest request) {
            InputOutput pair = examples.pair(index);
            if (model.layout().type().givesLabel()) {
                String drawn = answerer.draw(pair.input(), request.settings(), request.length(), request.seed() + index)
                        .text();
                return new LiveAnswer(pair.input(), drawn, null, true);
            }
            Answerer.Reply reply = answerer.answer(pair.input());
            return new LiveAnswer(pair.input(), asked(pair, reply), pair.output(), data.isRight(pair, reply.symbols()));
        }

        /** What was said at the steps that are asked: those after them, where every step answers, mean nothing. */
        private String asked(InputOutput pair, Answerer.Reply reply) {
            if (model.layout().type().answer() != AnswerMode.AT_EVERY_STEP) {
                return reply.text();
            }
            int steps = pair.output().codePointCount(0, pair.output().length());
            return model.layout().text(Arrays.copyOf(reply.symbols(), steps));
        }
    }
}
