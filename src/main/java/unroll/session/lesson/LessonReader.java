package unroll.session.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unroll.session.lesson.Lesson.LessonPart;
import unroll.session.lesson.Lesson.SettingsButton;
import unroll.settings.Settings;
import unroll.task.DataKind;
import unroll.task.Task;

/** Makes a lesson of what stands in its file. */
final class LessonReader {
    /** The version of the format. */
    static final int VERSION = 1;

    private static final int MAX_PARTS = 100;
    private static final int MAX_PARAGRAPHS = 20;

    private final Item root;
    private final @Nullable Path folder;

    /** @param folder of the file, or null where it has none */
    LessonReader(Item root, @Nullable Path folder) {
        this.root = root;
        this.folder = folder;
    }

    Lesson read() {
        root.requireVersion(
                "lesson",
                VERSION,
                "this is no lesson, for it has no \"lesson\": 1; to learn from it as a text, use File > Open Text.");
        root.withMembers("lesson", "title", "about", "text", "task", "settings", "hide", "lock", "parts");
        LessonText text = text();
        Settings start = startingWith(root, LessonFile.UNENDING, text);
        Settings settings = with(Changes.in(root, "settings"), start);
        List<LessonPart> parts = new ArrayList<>();
        for (Item part : root.get("parts").list(MAX_PARTS)) {
            parts.add(part(part, settings, text));
        }
        Lesson.Arrangement arrangement = new Lesson.Arrangement(controls("hide"), controls("lock"));
        if (arrangement.hidden().containsAll(LessonTarget.pages())) {
            throw root.get("hide").problem("every page is hidden; leave one.");
        }
        return new Lesson(root.get("title").text(), root.get("about").text(), text, settings, arrangement, parts);
    }

    private @Nullable LessonText text() {
        Item text = root.find("text");
        return text == null ? null : LessonText.in(text, root.get("title").text(), this::beside);
    }

    /** A file that lies where a lesson's text may lie: nobody's other files are opened by opening a lesson. */
    private Path beside(Item name) {
        if (folder == null) {
            throw name.problem("a lesson that ships with the program has no folder to find a text in.");
        }
        try {
            Path file = folder.resolve(name.path()).normalize();
            boolean within = file.startsWith(folder.normalize())
                    && (!Files.exists(file) || file.toRealPath().startsWith(folder.toRealPath()));
            if (!within) {
                throw name.expected("a file in the folder of the lesson");
            }
            if (!Files.isRegularFile(file)) {
                throw name.problem("there is no file %s; put it beside the lesson.".formatted(file));
            }
            return file;
        } catch (IOException unreadable) {
            throw name.problem("this file cannot be looked up.");
        }
    }

    private static Settings startingWith(Item owner, Settings otherwise, @Nullable LessonText text) {
        Item name = owner.find("task");
        Settings start = name == null ? otherwise : LessonFile.startingWith(name);
        requireData(name == null ? owner : name, start.task().task(), text);
        return start;
    }

    private static void requireData(Item where, Task task, @Nullable LessonText text) {
        Set<DataKind> reads = task.reads();
        String name = task.about().name();
        if (text == null && reads.contains(DataKind.TEXT) && !reads.contains(DataKind.MADE)) {
            throw where.problem("the task \"%s\" reads a text; say \"text\" at the top of the lesson.".formatted(name));
        }
        if (!reads.contains(DataKind.TEXT) && !reads.contains(DataKind.MADE)) {
            throw where.problem(
                    "the task \"%s\" reads pairs, which a lesson cannot bring; choose another one.".formatted(name));
        }
    }

    private static Settings with(@Nullable Changes changes, Settings base) {
        return changes == null ? base : changes.over(base);
    }

    private Set<LessonTarget> controls(String name) {
        Set<LessonTarget> controls = EnumSet.noneOf(LessonTarget.class);
        if (root.has(name)) {
            for (Item item : root.get(name).list(LessonTarget.values().length)) {
                controls.add(item.oneOf(List.of(LessonTarget.values()), LessonTarget::word));
            }
        }
        return controls;
    }

    private static LessonPart part(Item item, Settings settings, @Nullable LessonText text) {
        item.withMembers("title", "prompt", "show", "do", "question");
        Item show = item.find("show");
        Item setUp = item.find("do");
        Item question = item.find("question");
        return new LessonPart(
                item.get("title").text(),
                item.get("prompt").texts(MAX_PARAGRAPHS),
                show == null ? null : show.oneOf(LessonTarget.pages(), LessonTarget::word),
                setUp == null ? null : setUp(setUp, settings, text),
                question == null ? null : new QuestionReader(question, settings).read());
    }

    private static SettingsButton setUp(Item item, Settings settings, @Nullable LessonText text) {
        item.withMembers("button", "task", "settings");
        Settings base = startingWith(item, settings, text);
        return new SettingsButton(item.textOr("button", "Set it up"), with(Changes.in(item, "settings"), base));
    }
}
