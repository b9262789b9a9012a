package unroll.checkpoint;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import unroll.task.Alphabet;
import unroll.task.AlphabetEntry;
import unroll.task.Alphabets;

/** Alphabets as JSON has them: a character is its code point, a label its name, the mark {@code null}. */
record AlphabetsForm(
        @Nullable Object[] source,
        @Nullable Object[] input,
        @Nullable Object[] output) {
    static AlphabetsForm of(Alphabets alphabets) {
        return new AlphabetsForm(form(alphabets.source()), form(alphabets.input()), form(alphabets.output()));
    }

    private static @Nullable Object[] form(Alphabet alphabet) {
        return alphabet.symbols().stream().map(AlphabetsForm::form).toArray();
    }

    private static @Nullable Object form(AlphabetEntry symbol) {
        return switch (symbol.kind()) {
            case CHARACTER -> symbol.text().codePointAt(0);
            case LABEL -> symbol.text();
            case MARK -> null;
        };
    }

    /** @throws IllegalArgumentException with a sentence where these are no alphabets */
    Alphabets alphabets() {
        return new Alphabets(alphabet(source), alphabet(input), alphabet(output));
    }

    private static Alphabet alphabet(@Nullable Object[] form) {
        return new Alphabet(Arrays.stream(form).map(AlphabetsForm::symbol).toList());
    }

    private static AlphabetEntry symbol(@Nullable Object form) {
        if (form instanceof Integer codePoint && Character.isValidCodePoint(codePoint)) {
            return AlphabetEntry.character(codePoint);
        }
        if (form instanceof String name) {
            return AlphabetEntry.label(name);
        }
        if (form == null) {
            return AlphabetEntry.MARK;
        }
        throw new IllegalArgumentException("An alphabet holds code points, names and null; got %s.".formatted(form));
    }
}
