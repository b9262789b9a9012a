package unroll.session.lesson;

/**
 * An answer that was given.
 *
 * @param answer in words; what was reached, of a goal
 * @param tries how many it took so far, this one counted; at least 1
 */
public record GivenAnswer(String answer, Verdict verdict, int tries) {
    /** Whether there is nothing left to do. */
    public boolean isSettled() {
        return verdict != Verdict.WRONG;
    }

    /** What an answer was worth. */
    public enum Verdict {
        RIGHT("right"),
        WRONG("not right yet"),
        /** Of a prediction: nobody can be wrong. */
        TAKEN("a prediction");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** For a reader. */
        public String words() {
            return words;
        }
    }
}
