package unroll.session.lesson;

import org.jspecify.annotations.Nullable;
import unroll.sample.SampleRequest;
import unroll.session.Session;
import unroll.session.Status;

/**
 * What a goal is checked against.
 *
 * @param written the last text that was written on request, or null
 */
public record Moment(Status status, @Nullable SampleRequest written) {
    /** Now. */
    public static Moment of(Session session) {
        return new Moment(session.status(), session.written());
    }
}
