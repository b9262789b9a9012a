package unroll.session.lesson;

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
