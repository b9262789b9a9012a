package unroll.session.lesson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import unroll.message.ProblemException;
import unroll.session.Session;
import unroll.session.SmallJson;

/**
 * How far a student has come in a lesson, and what was answered; remembered in the session's folder at every change. Answers
 * belong to the words of their question, so a lesson that is edited keeps those it can. Not thread-safe.
 */
public final class Notebook {
    private static final String PART = "part";
    private static final String ANSWERS = "answers";
    private static final int MAX_NAME = 40;
    private static final int MAX_ANSWER = 500;

    private final Lesson lesson;
    private final SmallJson file;
    private final Map<String, GivenAnswer> answers = new LinkedHashMap<>();
    private int part;

    /**
     * An answer that was given.
     *
     * @param answer in words; what was reached, of a goal
     * @param tries how many it took so far, this one counted; at least 1
     */
    public record GivenAnswer(String answer, Question.Verdict verdict, int tries) {
        /** Whether there is nothing left to do. */
        public boolean isSettled() {
            return verdict != Question.Verdict.WRONG;
        }
    }

    private Notebook(Lesson lesson, SmallJson file) {
        this.lesson = lesson;
        this.file = file;
        Map<String, @Nullable Object> root = file.read();
        part = Math.max(0, Math.min(number(root.get(PART)), lesson.parts().size() - 1));
        if (root.get(ANSWERS) instanceof List<?> list) {
            list.forEach(this::restore);
        }
    }

    /** Goes on with a lesson where it was left, or begins it. Reads a small file. */
    public static Notebook open(Lesson lesson, Session session) {
        return new Notebook(lesson, session.smallFile("lessons/" + fileName(lesson)));
    }

    /** A name that any system can have, told apart from those of similar titles by a checksum. */
    static String fileName(Lesson lesson) {
        CRC32 sum = new CRC32();
        sum.update(lesson.title().getBytes(StandardCharsets.UTF_8));
        String letters = lesson.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return String.format(
                Locale.ROOT,
                "lesson-%s-%08x.json",
                letters.substring(0, Math.min(MAX_NAME, letters.length())),
                sum.getValue());
    }

    private void restore(@Nullable Object element) {
        if (!(element instanceof Map<?, ?> stored)) {
            return;
        }
        Optional<Question.Verdict> verdict = Stream.of(Question.Verdict.values())
                .filter(known -> known.name().equals(stored.get("verdict")))
                .findFirst();
        boolean asked = questions().anyMatch(known -> known.words().ask().equals(stored.get("question")));
        if (verdict.isPresent() && asked && stored.get("answer") instanceof String answer) {
            int tries = Math.max(1, number(stored.get("tries")));
            answers.put((String) stored.get("question"), new GivenAnswer(answer, verdict.get(), tries));
        }
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }

    private Stream<Question> questions() {
        return lesson.parts().stream().map(Lesson.LessonPart::question).filter(Objects::nonNull);
    }

    public Lesson lesson() {
        return lesson;
    }

    /** Index of the part that is read. */
    public int part() {
        return part;
    }

    /** Turns to a part. */
    public void turnTo(int index) {
        part = Objects.checkIndex(index, lesson.parts().size());
        write();
    }

    /** What was answered last, or null. */
    public @Nullable GivenAnswer given(Question question) {
        return answers.get(question.words().ask());
    }

    /** How many questions are settled. */
    public long settled() {
        return answers.values().stream().filter(GivenAnswer::isSettled).count();
    }

    /**
     * Takes an answer down.
     *
     * @throws ProblemException where it is none; nothing is taken down then
     */
    public GivenAnswer answer(Question.WithAnswer question, String answer) {
        return record(question, answer.strip(), question.check(answer));
    }

    /**
     * Takes down which goals are reached now, of the part that is read and of those before it: whoever reads on while a network
     * learns need not come back.
     *
     * @return whether there was one
     */
    public boolean update(Evidence evidence) {
        List<Question.Goal> reached = lesson.parts().subList(0, part + 1).stream()
                .map(Lesson.LessonPart::question)
                .filter(Question.Goal.class::isInstance)
                .map(Question.Goal.class::cast)
                .filter(goal -> given(goal) == null && goal.isReached(evidence))
                .toList();
        reached.forEach(goal -> record(goal, inWords(goal, evidence), Question.Verdict.RIGHT));
        return !reached.isEmpty();
    }

    private static String inWords(Question.Goal goal, Evidence evidence) {
        List<String> values = goal.conditions().stream()
                .map(condition -> condition.figure().title() + " " + condition.now(evidence))
                .toList();
        return String.format(
                Locale.ROOT,
                "%s, at step %,d",
                String.join(", ", values),
                evidence.status().metrics().step());
    }

    private GivenAnswer record(Question question, String answer, Question.Verdict verdict) {
        GivenAnswer before = given(question);
        String bounded = answer.substring(0, Math.min(MAX_ANSWER, answer.length()));
        GivenAnswer now = new GivenAnswer(bounded, verdict, before == null ? 1 : before.tries() + 1);
        answers.put(question.words().ask(), now);
        write();
        return now;
    }

    /** Forgets all answers and turns to the first part. */
    public void startOver() {
        answers.clear();
        part = 0;
        write();
    }

    private void write() {
        List<Map<String, Object>> list = new ArrayList<>();
        answers.forEach((question, given) -> list.add(Map.of(
                "question", question,
                "answer", given.answer(),
                "verdict", given.verdict().name(),
                "tries", given.tries())));
        file.write(Map.of("title", lesson.title(), PART, part, ANSWERS, list));
    }

    /** Everything that was asked, with what was answered. */
    public AnswerSheet sheet() {
        return new AnswerSheet(lesson.title(), questions().map(this::line).toList());
    }

    private AnswerSheet.AnswerLine line(Question question) {
        String ask = question.words().ask();
        GivenAnswer given = given(question);
        if (given == null) {
            return new AnswerSheet.AnswerLine(ask, "", "not answered");
        }
        String tries = given.tries() == 1 ? "" : String.format(Locale.ROOT, ", after %d tries", given.tries());
        return new AnswerSheet.AnswerLine(ask, given.answer(), given.verdict().words() + tries);
    }
}
