package unroll.corpus;

/** A part of a {@link Split}. */
public enum Part {
    TRAIN,
    VALIDATION,
    TEST,
    ALL
}
