package unroll.task;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of recurrent network: where inputs come from and which steps are asked. A deep network is any of them with
 * more than one layer.
 */
public enum RnnType {
    ONE_TO_ONE("one-to-one", "One to one", AnswerMode.AT_THE_END, new Unfolding.LastStep()) {
        @Override
        public Optional<String> refusesBidirectional() {
            return Optional.of(
                    "A network that reads one symbol has nothing to read backward; choose a unidirectional one.");
        }
    },
    MANY_TO_MANY_EQUAL(
            "many-to-many-equal", "Many to many, equal length", AnswerMode.AT_EVERY_STEP, new Unfolding.EveryStep()),
    MANY_TO_ONE("many-to-one", "Many to one", AnswerMode.AT_THE_END, new Unfolding.LastStep()),
    ONE_TO_MANY("one-to-many", "One to many", AnswerMode.WRITTEN, new Unfolding.FirstStep()) {
        @Override
        public Optional<String> refusesBidirectional() {
            return Optional.of(
                    "Every input after the first is the answer itself, so a bidirectional network would copy it; choose a unidirectional one.");
        }
    },
    MANY_TO_MANY_UNEQUAL(
            "many-to-many-unequal",
            "Many to many, unequal length",
            AnswerMode.WRITTEN,
            new Unfolding.EncoderDecoderLayout()) {
        @Override
        public Optional<String> refusesBidirectional() {
            return Optional.of(
                    "The decoder reads its own answer, so a bidirectional network would copy it; choose a unidirectional one.");
        }
    },
    BIDIRECTIONAL("bidirectional", "Bidirectional", AnswerMode.AT_EVERY_STEP, new Unfolding.EveryStep());

    private final String id;
    private final String title;
    private final AnswerMode answer;
    final Unfolding unfolding;

    RnnType(String id, String title, AnswerMode answer, Unfolding unfolding) {
        this.id = id;
        this.title = title;
        this.answer = answer;
        this.unfolding = unfolding;
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

    /** Why its networks may not be bidirectional, as a sentence; empty where they may. */
    public Optional<String> refusesBidirectional() {
        return Optional.empty();
    }

    /** Whether the input of a pair is one label of several, so that many outputs are right. */
    public boolean givesLabel() {
        return unfolding.givenLabel();
    }

    /** Why a pair cannot be laid out, in words that continue "line 7 ..."; null where it can. */
    public @Nullable String refusal(Pair pair) {
        return unfolding.refusal(pair);
    }

    /** Whether the output of a pair is one label of several, and predictions fill a confusion matrix. */
    public boolean asksForLabel() {
        return unfolding.asksForLabel();
    }

    /**
     * What must not occur in training where it is held out: the side that tells examples apart, which is the output
     * where the input is a label.
     */
    public String heldOutSide(Pair pair) {
        return unfolding.givenLabel() ? pair.output() : pair.input();
    }

    /** The label of a pair, or null where this type has none. */
    public @Nullable String label(Pair pair) {
        if (unfolding.asksForLabel()) {
            return pair.output();
        }
        return unfolding.givenLabel() ? pair.input() : null;
    }
}
