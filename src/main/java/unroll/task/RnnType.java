package unroll.task;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unroll.message.Reason;

/**
 * The kinds of recurrent network: where inputs come from and which steps are asked. A deep network is any of them with
 * more than one layer.
 */
public enum RnnType {
    ONE_TO_ONE(
            "one-to-one",
            "One to one",
            AnswerMode.AT_THE_END,
            new Unfolding.LastStep(),
            Reason.NOTHING_TO_READ_BACKWARD),
    MANY_TO_MANY_EQUAL(
            "many-to-many-equal",
            "Many to many, equal length",
            AnswerMode.AT_EVERY_STEP,
            new Unfolding.EveryStep(),
            null),
    MANY_TO_ONE("many-to-one", "Many to one", AnswerMode.AT_THE_END, new Unfolding.LastStep(), null),
    ONE_TO_MANY("one-to-many", "One to many", AnswerMode.WRITTEN, new Unfolding.FirstStep(), Reason.WOULD_COPY_ANSWER),
    MANY_TO_MANY_UNEQUAL(
            "many-to-many-unequal",
            "Many to many, unequal length",
            AnswerMode.WRITTEN,
            new Unfolding.EncoderDecoderLayout(),
            Reason.DECODER_WOULD_COPY_ANSWER),
    BIDIRECTIONAL("bidirectional", "Bidirectional", AnswerMode.AT_EVERY_STEP, new Unfolding.EveryStep(), null);

    private final String id;
    private final String title;
    private final AnswerMode answer;
    final Unfolding unfolding;
    private final @Nullable Reason refusesBidirectional;

    RnnType(String id, String title, AnswerMode answer, Unfolding unfolding, @Nullable Reason refusesBidirectional) {
        this.id = id;
        this.title = title;
        this.answer = answer;
        this.unfolding = unfolding;
        this.refusesBidirectional = refusesBidirectional;
    }

    /** Its name on the command line and in files. */
    public String id() {
        return id;
    }

    /** Its name in the window. */
    public String title() {
        return title;
    }

    /** How its networks answer. */
    public AnswerMode answer() {
        return answer;
    }

    /** Whether a first network reads the input and a second one writes the answer. */
    public boolean hasEncoder() {
        return this == MANY_TO_MANY_UNEQUAL;
    }

    /** Why its networks may not be bidirectional; empty where they may. */
    public Optional<Reason> refusesBidirectional() {
        return Optional.ofNullable(refusesBidirectional);
    }

    /** Whether the input of a pair is one label of several, so that many outputs are right. */
    public boolean givesLabel() {
        return this == ONE_TO_MANY;
    }

    /**
     * Why a pair cannot be laid out; null where it can. The reason's values are the file and the line of the pair, and how many
     * characters stand before and after the tab.
     */
    public @Nullable Reason refusal(InputOutput pair) {
        return unfolding.refusal(pair);
    }

    /** Whether the output of a pair is one label of several, and predictions fill a confusion matrix. */
    public boolean asksForLabel() {
        return answer == AnswerMode.AT_THE_END;
    }

    /**
     * What must not occur in training where it is held out: the side that tells examples apart, which is the output
     * where the input is a label.
     */
    public String heldOutSide(InputOutput pair) {
        return givesLabel() ? pair.output() : pair.input();
    }

    /** The label of a pair, or null where this type has none. */
    public @Nullable String label(InputOutput pair) {
        if (asksForLabel()) {
            return pair.output();
        }
        return givesLabel() ? pair.input() : null;
    }
}
