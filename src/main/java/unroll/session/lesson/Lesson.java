package unroll.session.lesson;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unroll.settings.Settings;

/**
 * A lesson as its file describes it. Immutable.
 *
 * @param title for a menu
 * @param about one or two sentences: what is learned and how long it takes
 * @param text to learn from; null where the task makes its own examples
 * @param settings that the first model is made from
 * @param arrangement what the window hides and locks
 * @param parts in the order they are gone through; at least one
 */
public record Lesson(
        String title,
        String about,
        @Nullable LessonText text,
        Settings settings,
        Arrangement arrangement,
        List<LessonPart> parts) {
    public Lesson {
        parts = List.copyOf(parts);
    }

    /**
     * One thing to read, and perhaps to do and to answer.
     *
     * @param prompt paragraphs
     * @param show page to turn to, or null to leave the one that is in sight
     * @param setUp what a button of this part does, or null
     * @param question or null
     */
    public record LessonPart(
            String title,
            List<String> prompt,
            @Nullable LessonTarget show,
            @Nullable SettingsButton setUp,
            @Nullable Question question) {
        public LessonPart {
            prompt = List.copyOf(prompt);
        }
    }

    /**
     * Other settings for a new model.
     *
     * @param button what stands on the button
     */
    public record SettingsButton(String button, Settings settings) {}

    /** How many of its parts ask something. */
    public long questions() {
        return parts.stream().filter(part -> part.question() != null).count();
    }

    /**
     * What the window shows of itself during a lesson.
     *
     * @param hidden is not there
     * @param locked is there and cannot be changed
     */
    public record Arrangement(Set<LessonTarget> hidden, Set<LessonTarget> locked) {
        public Arrangement {
            hidden = Set.copyOf(hidden);
            locked = Set.copyOf(locked);
        }
    }
}
