package unroll.session.lesson;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a lesson may hide, lock or turn to, by the names its file says; the window knows where each of them is. */
public enum LessonTarget {
    CURVES(TargetKind.PAGE),
    NETWORK(TargetKind.PAGE),
    RESULTS(TargetKind.PAGE),
    GRADIENTS(TargetKind.PAGE),
    NEURONS(TargetKind.PAGE),
    ONE_STEP(TargetKind.PAGE),
    X_RAY(TargetKind.PAGE),
    GUESS(TargetKind.PAGE),
    RACE(TargetKind.PAGE),
    HISTORY(TargetKind.PAGE),
    TASK(TargetKind.CARD),
    CORPUS(TargetKind.CARD),
    MODEL(TargetKind.CARD),
    TRAINING(TargetKind.CARD),
    SAMPLES(TargetKind.CARD),
    WRITING(TargetKind.CARD),
    COACH(TargetKind.CARD),
    SYMBOLS(TargetKind.FOLD),
    SPLIT(TargetKind.FOLD),
    ADVANCED(TargetKind.FOLD),
    DRAWING(TargetKind.FOLD),
    PRESET(TargetKind.FIELD),
    CELL(TargetKind.FIELD),
    READS(TargetKind.FIELD),
    HIDDEN(TargetKind.FIELD),
    LAYERS(TargetKind.FIELD),
    DROPOUT(TargetKind.FIELD),
    INITIALIZATION(TargetKind.FIELD),
    LEARNING_RATE(TargetKind.FIELD),
    OPTIMIZER(TargetKind.FIELD),
    BATCH(TargetKind.FIELD),
    WINDOW(TargetKind.FIELD),
    SCHEDULE(TargetKind.FIELD),
    CLIPPING(TargetKind.FIELD),
    LABEL_SMOOTHING(TargetKind.FIELD),
    WEIGHT_AVERAGE(TargetKind.FIELD),
    STEPS(TargetKind.FIELD),
    PATIENCE(TargetKind.FIELD),
    SEED(TargetKind.FIELD),
    PRIME(TargetKind.FIELD),
    LENGTH(TargetKind.FIELD),
    TEMPERATURE(TargetKind.FIELD),
    STEP(TargetKind.BUTTON),
    RESET(TargetKind.BUTTON);

    /** What sort of thing it is. */
    public enum TargetKind {
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

    private final TargetKind kind;

    LessonTarget(TargetKind kind) {
        this.kind = kind;
    }

    public TargetKind kind() {
        return kind;
    }

    /** As it is written in a file, for example {@code learning-rate}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The tabs of the center, from left to right. */
    public static List<LessonTarget> pages() {
        return Stream.of(values())
                .filter(control -> control.kind == TargetKind.PAGE)
                .toList();
    }
}
