package unroll.session.lesson;

import java.util.Set;

/**
 * What the window shows of itself during a lesson.
 *
 * @param hidden is not there
 * @param locked is there and cannot be changed
 */
public record Arrangement(Set<Control> hidden, Set<Control> locked) {
    public Arrangement {
        hidden = Set.copyOf(hidden);
        locked = Set.copyOf(locked);
    }
}
