package unroll.session.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unroll.session.lesson.Question.Condition;
import unroll.session.lesson.Question.QuestionText;
import unroll.settings.Settings;

/** Reads a question; one of four members says of which kind it is. */
final class QuestionReader {
    private static final String[] KINDS = {"choices", "number", "accept", "reach"};
    private static final int MAX_CHOICES = 12;
    private static final int MAX_CONDITIONS = 5;

    private final Item item;
    private final Settings settings;

    /** @param settings of the lesson, to try on those that a goal names */
    QuestionReader(Item item, Settings settings) {
        this.item = item;
        this.settings = settings;
    }

    Question read() {
        item.withMembers("ask", "hint", "right", "choices", "answer", "number", "tolerance", "unit", "accept", "reach");
        List<String> kinds = Stream.of(KINDS).filter(item::has).toList();
        if (kinds.size() != 1) {
            throw item.problem("a question has just one of %s, but this one has %s."
                    .formatted(Item.quoted(Stream.of(KINDS)), kinds.isEmpty() ? "none" : Item.quoted(kinds.stream())));
        }
        QuestionText words =
                new QuestionText(item.get("ask").text(), item.textOr("hint", ""), item.textOr("right", ""));
        return switch (kinds.get(0)) {
            case "choices" -> choice(words);
            case "number" -> amount(words);
            case "accept" ->
                new Question.Saying(only("accept", words), item.get("accept").texts(MAX_CHOICES));
            default -> goal(words);
        };
    }

    /** Refuses what belongs to a question of another kind. */
    private QuestionText only(String kind, QuestionText words, String... more) {
        List<String> allowed = Stream.concat(Stream.of("ask", "hint", "right", kind), Stream.of(more))
                .toList();
        item.withMembers(allowed.toArray(String[]::new));
        return words;
    }

    private Question choice(QuestionText words) {
        only("choices", words, "answer");
        List<String> choices = item.get("choices").texts(MAX_CHOICES);
        if (choices.size() < 2 || choices.stream().distinct().count() < choices.size()) {
            throw item.get("choices").expected("two or more different texts to choose from");
        }
        Item answer = item.find("answer");
        if (answer != null && !choices.contains(answer.text())) {
            throw answer.expected("one of the choices, letter for letter");
        }
        return new Question.OneOf(words, choices, answer == null ? null : answer.text());
    }

    private Question amount(QuestionText words) {
        only("number", words, "tolerance", "unit");
        Item tolerance = item.get("tolerance");
        if (tolerance.number() < 0) {
            throw tolerance.expected("0 or more");
        }
        return new Question.Amount(words, item.get("number").number(), tolerance.number(), item.textOr("unit", ""));
    }

    private Question goal(QuestionText words) {
        only("reach", words);
        Item reach = item.get("reach");
        List<Condition> conditions = new ArrayList<>();
        if (reach.json().isArray()) {
            for (Item condition : reach.list(MAX_CONDITIONS)) {
                conditions.add(condition(condition));
            }
        } else {
            conditions.add(condition(reach));
        }
        return new Question.Goal(words, conditions);
    }

    private Condition condition(Item condition) {
        condition.withMembers("figure", "above", "below", "with");
        Figure figure = condition.get("figure").oneOf(List.of(Figure.values()), Figure::word);
        double above = limit(condition, "above", Double.NEGATIVE_INFINITY);
        double below = limit(condition, "below", Double.POSITIVE_INFINITY);
        if (!(above < below) || above == Double.NEGATIVE_INFINITY && below == Double.POSITIVE_INFINITY) {
            throw condition.expected("\"above\" or \"below\", or the one smaller than the other");
        }
        @Nullable Changes with = Changes.in(condition, "with");
        if (with != null) {
            with.over(settings);
        }
        return new Condition(figure, above, below, with);
    }

    private static double limit(Item condition, String name, double none) {
        Item limit = condition.find(name);
        return limit == null ? none : limit.number();
    }
}
