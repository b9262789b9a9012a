package unroll.session.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;

/**
 * A value in a JSON file that a user wrote, and where it stands, for reading it and for complaining about it.
 *
 * @param file name of the file
 * @param place names and numbers (from 1) on the way to it, for example {@code parts > 3 > question}; empty for the whole
 */
public record Item(String file, String place, JsonNode json) {
    /** A mistake here, with a sentence of its own. */
    public ProblemException problem(String sentence) {
        return Reason.BAD_ENTRY.exception(where(), sentence);
    }

    /** What stands here is refused by somebody else. */
    public ProblemException problem(Problem refusal) {
        return Reason.BAD_ENTRY.exception(where(), refusal);
    }

    private String where() {
        return place.isEmpty() ? file : file + ", " + place;
    }

    /** A value of the wrong sort here. */
    public ProblemException expected(String what) {
        return problem("got %s, but expected %s.".formatted(shown(), what));
    }

    String shown() {
        return Wording.cut(json.toString());
    }

    /** This as an object that has none but these members. */
    public Item withMembers(String... known) {
        if (!json.isObject()) {
            throw expected("an object in { }");
        }
        List<String> allowed = List.of(known);
        Iterator<String> names = json.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!allowed.contains(name)) {
                throw problem(
                        "got \"%s\", but only these are known here: %s.".formatted(name, quoted(allowed.stream())));
            }
        }
        return this;
    }

    /** This as an object of a file that says its format's version in this member. */
    public void requireVersion(String member, int version, String refusal) {
        if (!json.isObject() || !has(member)) {
            throw problem(refusal);
        }
        if (get(member).whole() != version) {
            throw get(member).expected(version + ", the version this program reads; a newer program may read it");
        }
    }

    /** The one of these whose word stands here. */
    <T> T oneOf(Collection<T> allowed, Function<T, String> word) {
        return allowed.stream()
                .filter(one -> word.apply(one).equals(text()))
                .findFirst()
                .orElseThrow(() -> expected("one of " + quoted(allowed.stream().map(word))));
    }

    /** This as the name of a file. */
    public Path path() {
        try {
            return Path.of(text());
        } catch (InvalidPathException invalid) {
            throw problem("%s cannot be the name of a file.".formatted(json));
        }
    }

    /** Names in quotation marks with commas between them. */
    public static String quoted(Stream<String> names) {
        return names.map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }

    /** Whether there is a member of this name. */
    public boolean has(String name) {
        return json.has(name);
    }

    /** The member of this name, or null. */
    public @Nullable Item find(String name) {
        JsonNode member = json.get(name);
        return member == null ? null : at(name, member);
    }

    /** The member of this name, which must be there. */
    public Item get(String name) {
        Item member = find(name);
        if (member == null) {
            throw problem("\"%s\" is missing.".formatted(name));
        }
        return member;
    }

    private Item at(String step, JsonNode value) {
        return new Item(file, place.isEmpty() ? step : place + " > " + step, value);
    }

    /** The text of a member, or nothing where it is not there. */
    public String textOr(String name, String otherwise) {
        Item member = find(name);
        return member == null ? otherwise : member.text();
    }

    /** This as a text with something in it. */
    public String text() {
        if (!json.isTextual() || json.asText().isBlank()) {
            throw expected("a text in quotes");
        }
        return json.asText();
    }

    /** This as a finite number. */
    public double number() {
        if (!json.isNumber() || !Double.isFinite(json.asDouble())) {
            throw expected("a number");
        }
        return json.asDouble();
    }

    /** This as a whole number. */
    public int whole() {
        if (!json.isIntegralNumber() || !json.canConvertToInt()) {
            throw expected("a whole number");
        }
        return json.asInt();
    }

    /** This as a whole number that may be large. */
    public long large() {
        if (!json.isIntegralNumber() || !json.canConvertToLong()) {
            throw expected("a whole number");
        }
        return json.asLong();
    }

    /** What stands in this list, from 1 to so many. */
    public List<Item> list(int max) {
        if (!json.isArray() || json.isEmpty() || json.size() > max) {
            throw expected(String.format(Locale.ROOT, "a list in [ ] of 1 to %d", max));
        }
        List<Item> items = new ArrayList<>();
        for (JsonNode value : json) {
            items.add(at(Integer.toString(items.size() + 1), value));
        }
        return items;
    }

    /** This text, or the texts in this list. */
    List<String> texts(int max) {
        if (!json.isArray()) {
            return List.of(text());
        }
        return list(max).stream().map(Item::text).toList();
    }
}
