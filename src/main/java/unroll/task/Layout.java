package unroll.task;

import java.util.List;
import unroll.corpus.Vocabulary;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.network.Vocabularies;

/**
 * Lays pairs out over the steps of one network: a type, the alphabets it knows, and the order in which it reads.
 */
public record Layout(RnnType type, Alphabets alphabets, ReadingOrder order) {
    /** @throws IllegalArgumentException where a network could not read what it has just written */
    public Layout {
        if (type.answer() == AnswerMode.WRITTEN && !alphabets.input().beginsWith(alphabets.output())) {
            throw new IllegalArgumentException(
                    "Where an answer is written, every symbol is read again under the same index; these alphabets differ.");
        }
    }

    /** The layout whose alphabets hold every symbol of these pairs, training and held out alike. */
    public static Layout of(RnnType type, ReadingOrder order, List<InputOutput> pairs) {
        return new Layout(type, type.unfolding.alphabets(pairs), order);
    }

    /** The text generator's: every character of a text is read and guessed. */
    public static Layout of(Vocabulary characters) {
        Alphabet all = Alphabet.of(characters);
        return new Layout(RnnType.MANY_TO_MANY_EQUAL, new Alphabets(Alphabet.EMPTY, all, all), ReadingOrder.FORWARDS);
    }

    /** How many symbols a network for it reads and gives. */
    public Vocabularies vocabularies() {
        return new Vocabularies(
                alphabets.source().size(),
                alphabets.input().size(),
                alphabets.output().size());
    }

    /**
     * A pair over steps.
     *
     * @throws ProblemException where the alphabets lack a symbol
     */
    public Example example(InputOutput pair) {
        return type.unfolding.example(new InputOutput(order.arrange(pair.input()), pair.output()), alphabets);
    }

    /**
     * What the network reads before it answers. No step has a target; where the answer is {@link AnswerMode#WRITTEN}, every
     * further input is the symbol just predicted.
     *
     * @throws ProblemException where the input is empty or the alphabets lack a symbol
     */
    public Example prompt(String input) {
        if (input.isEmpty()) {
            throw Reason.NOTHING_TYPED.exception();
        }
        return type.unfolding.prompt(order.arrange(input), alphabets);
    }

    /** The text of predicted symbols, up to the mark. */
    public String text(int[] predicted) {
        return alphabets.output().decode(predicted);
    }

    /** What may be typed: labels where the network starts from one, characters otherwise. */
    public List<String> legal() {
        Alphabet read = type.hasEncoder() ? alphabets.source() : alphabets.input();
        return read.labels().isEmpty() ? read.characters() : read.labels();
    }

    /**
     * Refuses symbols this layout does not have.
     *
     * @throws ProblemException that names the first one missing
     */
    public void requireAll(Alphabets others) {
        others.source().symbols().forEach(alphabets.source()::indexOf);
        others.input().symbols().forEach(alphabets.input()::indexOf);
        others.output().symbols().forEach(alphabets.output()::indexOf);
    }
}
