package unroll.ui.answers;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unroll.corpus.SplitPart;
import unroll.message.ProblemException;
import unroll.session.data.Dataset;
import unroll.session.model.ModelSnapshot;
import unroll.task.AnswerMode;
import unroll.task.Examples;
import unroll.task.InputOutput;
import unroll.task.Layout;
import unroll.task.Measure;
import unroll.task.TaskConfig;
import unroll.task.TaskData;
import unroll.task.TryIt;

/**
 * What can be tried: a task, the symbols of its networks, and the examples it learns from.
 *
 * @param data null where they are not there
 */
record Exercise(TaskConfig choice, Layout layout, TaskData.@Nullable ExampleSets data) {
    private static final int SMALL_ALPHABET = 12;

    static Exercise of(Dataset dataset) {
        return new Exercise(
                dataset.task(),
                dataset.data().layout(),
                dataset.data() instanceof TaskData.ExampleSets examined ? examined : null);
    }

    /** Of a model whose data are not there. */
    static Exercise of(ModelSnapshot model) {
        return new Exercise(model.task(), model.layout(), null);
    }

    TryIt tryIt() {
        return choice.task().tryIt();
    }

    /** Whether what is typed here can be asked there. */
    boolean asksAs(Exercise other) {
        return choice.equals(other.choice) && layout.equals(other.layout);
    }

    /** Whether a model is one for this exercise. */
    boolean fits(ModelSnapshot model) {
        return choice.equals(model.task()) && layout.equals(model.layout());
    }

    /** Whether an answer repeats its input except where something is put back. */
    boolean restores() {
        return choice.task().measures().contains(Measure.RESTORED);
    }

    /** Whether a person is shown something else of an answer than its symbols in their order. */
    boolean rewritesAnswers() {
        String symbols = String.join("", layout.alphabets().output().characters());
        return !tryIt().show().apply(symbols).equals(symbols);
    }

    /**
     * What the network is given.
     *
     * @throws ProblemException where it cannot read what was typed
     */
    String read(String typed) {
        String read = tryIt().read().apply(typed);
        layout.prompt(read);
        return read;
    }

    /** Something to start with: the task's own example, or one that is held out where this network cannot read that. */
    String first() {
        TaskData.ExampleSets examples = data;
        Stream<String> heldOut = examples == null
                ? Stream.empty()
                : Stream.of(examples.validation(), examples.training())
                        .filter(part -> part.size() > 0)
                        .map(part -> part.pair(0).input());
        return Stream.concat(Stream.of(tryIt().example()), heldOut)
                .filter(this::canRead)
                .findFirst()
                .orElse("");
    }

    boolean canRead(String typed) {
        try {
            read(typed);
            return true;
        } catch (ProblemException unreadable) {
            return false;
        }
    }

    /** Which characters may be typed, where they are few and read as they are typed; otherwise nothing. */
    String legalCharacters() {
        List<String> legal = layout.legal();
        if (legal.size() > SMALL_ALPHABET || !isTyped(legal)) {
            return "";
        }
        return "You can type: " + String.join(" ", legal);
    }

    private boolean isTyped(List<String> legal) {
        String all = String.join("", legal);
        try {
            return tryIt().read().apply(all).equals(all);
        } catch (ProblemException notAnInput) {
            return tryIt().example().codePoints().allMatch(one -> all.indexOf(one) >= 0);
        }
    }

    /** How many steps at the end of every input are answered without being asked. */
    int unasked() {
        TaskData.ExampleSets examples = data;
        if (examples == null
                || layout.type().answer() != AnswerMode.AT_EVERY_STEP
                || examples.training().size() == 0) {
            return 0;
        }
        InputOutput pair = examples.training().pair(0);
        return length(pair.input()) - length(pair.output());
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Looks an input up in the data, which may take a moment; null where it is not in them. */
    @Nullable
    KnownAnswer find(String read) {
        TaskData.ExampleSets examples = data;
        if (examples == null) {
            return null;
        }
        return Stream.of(SplitPart.TRAIN, SplitPart.VALIDATION, SplitPart.TEST)
                .flatMap(part -> find(read, examples.part(part)).map(pair -> new KnownAnswer(pair, part)))
                .findFirst()
                .orElse(null);
    }

    private static Stream<InputOutput> find(String read, Examples examples) {
        return IntStream.range(0, examples.size())
                .mapToObj(examples::pair)
                .filter(pair -> pair.input().equals(read));
    }

    /** Whether the network said what is right. */
    boolean isRight(KnownAnswer known, int[] predicted) {
        return data != null && data.isRight(known.pair(), predicted);
    }

    /**
     * A typed input that stands in the data.
     *
     * @param pair with the right answer
     * @param part of the data it was found in
     */
    record KnownAnswer(InputOutput pair, SplitPart part) {
        /** Whether the network has met it, as a sentence. */
        String sentence() {
            return switch (part) {
                case TRAIN -> "It was trained on this one.";
                case VALIDATION, TEST, ALL -> "This one is held out: it was never trained on.";
            };
        }
    }
}
