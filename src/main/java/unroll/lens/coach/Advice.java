package unroll.lens.coach;

/**
 * A sentence for the person training, with what it rests on.
 *
 * @param tone how it is meant
 * @param evidence what was seen, with its numbers, without a full stop
 * @param sentence what it means and what to do, whole sentences
 */
public record Advice(Tone tone, String evidence, String sentence) {
    /** From good news to what cannot wait. */
    public enum Tone {
        PRAISE,
        HINT,
        WARNING
    }

    /** Evidence and sentence as one line. */
    @Override
    public String toString() {
        return evidence + ": " + sentence;
    }
}
