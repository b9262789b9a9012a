package unroll.session.lesson;

import org.jspecify.annotations.Nullable;
import unroll.sample.SampleRequest;
import unroll.session.Session;
import unroll.session.state.Status;

/**
 * What the goals of a lesson are checked against: how the run stands, and what was written.
 *
 * @param written the last text that was written on request, or null
 */
public record Evidence(Status status, @Nullable SampleRequest written) {
    /** Now. */
    public static Evidence of(Session session) {
        return new Evidence(session.status(), session.copies().written());
    }
}
