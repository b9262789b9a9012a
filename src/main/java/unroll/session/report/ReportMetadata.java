package unroll.session.report;

import java.time.OffsetDateTime;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.session.lesson.AnswerSheet;

/**
 * What a run does not know of itself.
 *
 * @param name who made it or what it is called; empty for none
 * @param notes observations and answers, of any number of lines; empty for none
 * @param answers to the questions of a lesson
 * @param date when the report was written
 * @param program version of this program
 */
public record ReportMetadata(String name, String notes, AnswerSheet answers, OffsetDateTime date, String program) {
    /** Characters of a name at most. */
    public static final int MAX_NAME = 200;

    /** Characters of notes at most. */
    public static final int MAX_NOTES = 200_000;

    /** @throws ProblemException where the name or the notes are too long to be meant */
    public ReportMetadata {
        requireShort("name", name, MAX_NAME);
        requireShort("text of the notes", notes, MAX_NOTES);
    }

    /** Without a lesson. */
    public ReportMetadata(String name, String notes, OffsetDateTime date, String program) {
        this(name, notes, AnswerSheet.NONE, date, program);
    }

    /** The version of this program, for {@link #program}. */
    public static String thisProgram() {
        String packaged = ReportMetadata.class.getPackage().getImplementationVersion();
        return packaged == null ? "(from source)" : packaged;
    }

    private static void requireShort(String what, String got, int max) {
        if (got.length() > max) {
            throw Reason.TOO_LONG.exception(what, got.length(), max);
        }
    }
}
