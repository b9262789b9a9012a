package unroll.task.score;

/** What became of one question. */
public enum Verdict {
    RIGHT,
    WRONG;

    static Verdict of(boolean right) {
        return right ? RIGHT : WRONG;
    }
}
