package unroll.session.lesson;

/**
 * An answer that was given.
 *
 * @param answer in words; what was reached, of a goal
 * @param tries how many it took so far, this one counted; at least 1
 */
public record GivenAnswer(String answer, AnswerVerdict verdict, int tries) {
    /** Whether there is nothing left to do. */
    public boolean isSettled() {
        return verdict != AnswerVerdict.WRONG;
    }
}
