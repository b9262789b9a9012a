package unroll.task;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import unroll.corpus.Corpus;
import unroll.corpus.Split;
import unroll.corpus.SplitPart;

/** A task's data: a text in streams, or examples. */
public sealed interface TaskData {
    /** How they lie over the steps of a network, and the symbols it reads and gives. */
    Layout layout();

    /** A text that {@link NextCharacter} cuts into streams. */
    record Streams(Corpus corpus, Split split) implements TaskData {
        @Override
        public Layout layout() {
            return Layout.of(corpus.vocabulary());
        }
    }

    /**
     * Examples that share nothing but their layout: no held-out string occurs in training.
     *
     * @param matcher says which answers are right
     */
    record ExampleSets(Layout layout, Matcher matcher, Examples training, Examples validation, Examples test)
            implements TaskData {
        /** One of the three, or all of them. */
        public Examples part(SplitPart part) {
            return switch (part) {
                case TRAIN -> training;
                case VALIDATION -> validation;
                case TEST -> test;
                case ALL -> new ConcatenatedExamples(List.of(training, validation, test));
            };
        }

        /**
         * Whether an answer is right at every step that is asked.
         *
         * @param pair one of the examples
         * @param predicted the predicted output symbols from the first step that is asked, further ones being passed over; of
         *     a written answer with the mark that ended it
         */
        public boolean isRight(InputOutput pair, int[] predicted) {
            int[] asked = IntStream.of(layout.example(pair).targets())
                    .filter(target -> target != Batch.NO_TARGET)
                    .toArray();
            Alphabet output = layout.alphabets().output();
            return predicted.length >= asked.length
                    && IntStream.range(0, asked.length)
                            .allMatch(place -> matcher.accepts(
                                    pair, place, output.symbol(asked[place]), output.symbol(predicted[place])));
        }
    }

    /** Several parts of a task's data, one behind the other. */
    record ConcatenatedExamples(List<Examples> parts) implements Examples {
        @Override
        public int size() {
            return parts.stream().mapToInt(Examples::size).sum();
        }

        @Override
        public Example example(int index) {
            return at(index, Examples::example);
        }

        @Override
        public InputOutput pair(int index) {
            return at(index, Examples::pair);
        }

        private <T> T at(int index, BiFunction<Examples, Integer, T> value) {
            int left = index;
            for (Examples part : parts) {
                if (left < part.size()) {
                    return value.apply(part, left);
                }
                left -= part.size();
            }
            throw new IndexOutOfBoundsException(index);
        }
    }
}
