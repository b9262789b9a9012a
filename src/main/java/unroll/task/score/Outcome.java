package unroll.task.score;

/** What became of one question. */
public enum Outcome {
    RIGHT,
    WRONG;

    static Outcome of(boolean right) {
        return right ? RIGHT : WRONG;
    }
}
