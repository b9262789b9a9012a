package unroll.ui.diagram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.task.RnnType;
import unroll.task.Task;
import unroll.task.Tasks;

/** What the board offers: the types of network, and the deep network, which any of them can be. */
public enum DiagramType {
    ONE_TO_ONE(
            RnnType.ONE_TO_ONE,
            "One to one",
            "One input, one output, and no step before or after it: nothing is remembered, so there is nothing to"
                    + " unfold."),
    ONE_TO_MANY(
            RnnType.ONE_TO_MANY,
            "One to many",
            "One input starts it. From then on the network reads what it wrote itself: ŷ of a step is the input of the"
                    + " next one. While it learns it is given the right answer instead."),
    MANY_TO_ONE(
            RnnType.MANY_TO_ONE,
            "Many to one",
            "The network reads to the end and answers once: only the last step has an output, and only there is it"
                    + " asked."),
    MANY_TO_MANY_EQUAL(
            RnnType.MANY_TO_MANY_EQUAL,
            "Many to many (equal)",
            "Every step has an input and an output, so the answer is as long as what is read. The text generator is of"
                    + " this kind: at each character it guesses the next one."),
    MANY_TO_MANY_UNEQUAL(
            RnnType.MANY_TO_MANY_UNEQUAL,
            "Many to many (unequal)",
            "The encoder reads the input without producing output. Its last state is the decoder's first one, and the"
                    + " decoder writes an answer of any length, reading at each step what it wrote before."),
    BIDIRECTIONAL(
            RnnType.BIDIRECTIONAL,
            "Bidirectional",
            "Two networks read the same input, one from the first step on, one from the last step back. An output sees"
                    + " both, so it knows what comes before it and what comes after."),
    DEEP(
            null,
            "Deep",
            "Layers are stacked: each reads the states of the one below as its input and has weights of its own. Any"
                    + " kind of network can be deep, with 2 to 8 layers.");

    /** Layers of a deep network where nothing else is chosen. */
    static final int DEFAULT_DEPTH = 3;

    /** Null for the deep one, which can be of any. */
    private final @Nullable RnnType type;

    private final String shortTitle;
    private final String words;

    DiagramType(@Nullable RnnType type, String shortTitle, String words) {
        this.type = type;
        this.shortTitle = shortTitle;
        this.words = words;
    }

    /** Its name in files and tests. */
    String id() {
        return type == null ? "deep" : type.id();
    }

    /** Its name in full. */
    String title() {
        return type == null ? "Deep" : type.title();
    }

    /** Its name where there is little room. */
    String shortTitle() {
        return shortTitle;
    }

    /** What its figure shows, in sentences. */
    String words() {
        return words;
    }

    /** The tasks it can be used for. */
    List<Task> tasks() {
        return type == null ? Tasks.all() : Tasks.of(type);
    }

    /** Layers to start a task with. */
    int layers(Task task) {
        return this == DEEP ? DEFAULT_DEPTH : task.start().layers();
    }
}
