package unroll.ui.desk;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * One thing to tell the user without standing in the way.
 *
 * @param kind whether it is good, bad or a question
 * @param sentence what to read
 * @param details for copying into a report; empty where there is nothing more
 * @param offers what can be done about it
 */
public record Notice(Kind kind, String sentence, String details, List<Offer> offers) {
    /** What kind of thing is told. */
    public enum Kind {
        INFORMATION,
        PROBLEM
    }

    /** A button on the notice. */
    public record Offer(String id, String label, Runnable action) {}

    public static Notice information(String sentence, Offer... offers) {
        return new Notice(Kind.INFORMATION, sentence, "", List.of(offers));
    }

    /** A failure, with the words of its exception where those are meant for the user. */
    public static Notice problem(Throwable thrown) {
        String message = thrown.getMessage();
        String sentence = message != null && message.endsWith(".")
                ? message
                : "Something went wrong inside Unroll (%s). Your text and model are as they were."
                        .formatted(thrown.getClass().getSimpleName());
        StringWriter details = new StringWriter();
        thrown.printStackTrace(new PrintWriter(details, true));
        return new Notice(Kind.PROBLEM, sentence, details.toString(), List.of());
    }

    /** A failure that somebody else has put into words. */
    public static Notice problem(String sentence, String details) {
        return new Notice(Kind.PROBLEM, sentence, details, List.of());
    }
}
