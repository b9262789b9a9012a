package unroll.session.lesson;

import java.util.List;

/**
 * A lesson's questions with what was answered, to be handed in. Immutable.
 *
 * @param lesson its title; empty where there is none
 */
public record AnswerSheet(String lesson, List<AnswerLine> lines) {
    /** Where no lesson is open. */
    public static final AnswerSheet NONE = new AnswerSheet("", List.of());

    public AnswerSheet {
        lines = List.copyOf(lines);
    }

    /**
     * A question.
     *
     * @param answer the last one; empty for none
     * @param verdict in words, with the number of tries
     */
    public record AnswerLine(String question, String answer, String verdict) {}
}
