package unroll.session.lesson;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a lesson may hide, lock or turn to, by the names its file says; the window knows where each of them is. */
public enum Control {
    CURVES(Kind.PAGE),
    NETWORK(Kind.PAGE),
    RESULTS(Kind.PAGE),
    GRADIENTS(Kind.PAGE),
    NEURONS(Kind.PAGE),
    ONE_STEP(Kind.PAGE),
    X_RAY(Kind.PAGE),
    GUESS(Kind.PAGE),
    RACE(Kind.PAGE),
    HISTORY(Kind.PAGE),
    TASK(Kind.CARD),
    CORPUS(Kind.CARD),
    MODEL(Kind.CARD),
    TRAINING(Kind.CARD),
    SAMPLES(Kind.CARD),
    WRITING(Kind.CARD),
    COACH(Kind.CARD),
    SYMBOLS(Kind.FOLD),
    SPLIT(Kind.FOLD),
    ADVANCED(Kind.FOLD),
    DRAWING(Kind.FOLD),
    PRESET(Kind.FIELD),
    CELL(Kind.FIELD),
    READS(Kind.FIELD),
    HIDDEN(Kind.FIELD),
    LAYERS(Kind.FIELD),
    DROPOUT(Kind.FIELD),
    INITIALIZATION(Kind.FIELD),
    LEARNING_RATE(Kind.FIELD),
    OPTIMIZER(Kind.FIELD),
    BATCH(Kind.FIELD),
    WINDOW(Kind.FIELD),
    SCHEDULE(Kind.FIELD),
    CLIPPING(Kind.FIELD),
    LABEL_SMOOTHING(Kind.FIELD),
    WEIGHT_AVERAGE(Kind.FIELD),
    STEPS(Kind.FIELD),
    PATIENCE(Kind.FIELD),
    SEED(Kind.FIELD),
    PRIME(Kind.FIELD),
    LENGTH(Kind.FIELD),
    TEMPERATURE(Kind.FIELD),
    STEP(Kind.BUTTON),
    RESET(Kind.BUTTON);

    /** What sort of thing it is. */
    public enum Kind {
        /** A tab of the center. */
        PAGE,
        /** A titled block. */
        CARD,
        /** What is folded away. */
        FOLD,
        /** A single setting. */
        FIELD,
        BUTTON
    }

    private final Kind kind;

    Control(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** As it is written in a file, for example {@code learning-rate}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The tabs of the center, from left to right. */
    public static List<Control> pages() {
        return Stream.of(values()).filter(control -> control.kind == Kind.PAGE).toList();
    }
}
