package unroll.ui.model;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import unroll.message.Front;
import unroll.message.Problem;

/**
 * One thing to tell the user without standing in the way.
 *
 * @param kind whether it is good, bad or a question
 * @param sentence what to read
 * @param details for copying into a report; empty where there is nothing more
 * @param offers what can be done about it
 * @param holds until when it is worth showing; null where that is until training goes on
 */
public record Notice(
        Severity kind,
        String sentence,
        String details,
        List<Offer> offers,
        @Nullable BooleanSupplier holds) {
    /** What kind of thing is told. */
    public enum Severity {
        INFORMATION,
        PROBLEM
    }

    /** A button on the notice. */
    public record Offer(String id, String label, Runnable action) {}

    public static Notice information(String sentence, Offer... offers) {
        return new Notice(Severity.INFORMATION, sentence, "", List.of(offers), null);
    }

    /** A failure. */
    public static Notice problem(Throwable thrown) {
        return problem(Problem.of(thrown), Problem.details(thrown));
    }

    /** @param details for copying; empty where there are none */
    public static Notice problem(Problem problem, String details) {
        return problem(problem.sentence(Front.WINDOW), details);
    }

    /** A failure that somebody else has put into words. */
    public static Notice problem(String sentence, String details) {
        return new Notice(Severity.PROBLEM, sentence, details, List.of(), null);
    }

    /** The same, shown for as long as a condition holds. */
    public Notice during(BooleanSupplier condition) {
        return new Notice(kind, sentence, details, offers, condition);
    }

    /** Whether it stands in the banner, which stays; all other news pass by in the bar at the bottom. */
    public boolean isForBanner() {
        return kind == Severity.PROBLEM || !offers.isEmpty();
    }
}
