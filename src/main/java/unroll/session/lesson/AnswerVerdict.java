package unroll.session.lesson;

/** What an answer was worth. */
public enum AnswerVerdict {
    RIGHT("right"),
    WRONG("not right yet"),
    /** Of a prediction: nobody can be wrong. */
    TAKEN("a prediction");

    private final String words;

    AnswerVerdict(String words) {
        this.words = words;
    }

    /** For a reader. */
    public String words() {
        return words;
    }
}
