package unroll.task;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Vocabulary;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;

/**
 * The symbols on one side of a network, in the order of their indices: characters by code point, then the mark, then
 * labels by name, whichever of them there are. Immutable.
 */
public final class Alphabet {
    /** No symbols: the source of a network without an encoder. */
    public static final Alphabet EMPTY = new Alphabet(List.of());

    private final List<AlphabetEntry> symbols;
    private final Map<AlphabetEntry, Integer> indices = new HashMap<>();
    /** The characters' indices by code point: most look-ups are of characters. */
    private final Map<Integer, Integer> characters = new HashMap<>();

    /**
     * An alphabet as it was stored.
     *
     * @throws IllegalArgumentException where a symbol occurs twice
     */
    public Alphabet(List<AlphabetEntry> symbols) {
        this.symbols = List.copyOf(symbols);
        for (AlphabetEntry symbol : this.symbols) {
            if (symbol.kind() == AlphabetEntry.EntryKind.CHARACTER) {
                characters.put(symbol.text().codePointAt(0), indices.size());
            }
            if (indices.put(symbol, indices.size()) != null) {
                throw new IllegalArgumentException(
                        "An alphabet holds each symbol once, but this one holds \"%s\" twice."
                                .formatted(symbol.text()));
            }
        }
    }

    /** The characters of some texts. */
    public static Alphabet ofCharacters(Collection<String> texts) {
        TreeSet<Integer> codePoints = new TreeSet<>();
        texts.forEach(text -> text.codePoints().forEach(codePoints::add));
        return new Alphabet(codePoints.stream().map(AlphabetEntry::character).toList());
    }

    /** Labels, each once however often it is given. */
    public static Alphabet ofLabels(Collection<String> names) {
        return new Alphabet(
                new TreeSet<>(names).stream().map(AlphabetEntry::label).toList());
    }

    /** The characters of a text under the indices of its vocabulary. */
    public static Alphabet of(Vocabulary vocabulary) {
        return new Alphabet(Stream.iterate(0, index -> index < vocabulary.size(), index -> index + 1)
                .map(index -> AlphabetEntry.character(vocabulary.codePoint(index)))
                .toList());
    }

    /** This alphabet and the symbols of another behind it. */
    public Alphabet with(Alphabet others) {
        return new Alphabet(
                Stream.concat(symbols.stream(), others.symbols.stream()).toList());
    }

    /** Whether the symbols of another alphabet come first, under the same indices. */
    public boolean beginsWith(Alphabet other) {
        return other.size() <= size() && symbols.subList(0, other.size()).equals(other.symbols);
    }

    /** This alphabet and the mark behind it. */
    public Alphabet withMark() {
        return with(new Alphabet(List.of(AlphabetEntry.MARK)));
    }

    /** All symbols by index. */
    public List<AlphabetEntry> symbols() {
        return symbols;
    }

    /** Number of symbols. */
    public int size() {
        return symbols.size();
    }

    /** The symbol of an index, 0 to {@link #size()} − 1. */
    public AlphabetEntry symbol(int index) {
        return symbols.get(index);
    }

    /** Whether it holds this symbol. */
    public boolean holds(AlphabetEntry symbol) {
        return indices.containsKey(symbol);
    }

    /**
     * The index of a symbol.
     *
     * @throws ProblemException where the alphabet lacks it
     */
    public int indexOf(AlphabetEntry symbol) {
        Integer index = indices.get(symbol);
        if (index == null) {
            throw new ProblemException(
                    symbol.kind() == AlphabetEntry.EntryKind.LABEL
                            ? Reason.UNKNOWN_LABEL.with(Wording.quote(symbol.text()), labels())
                            : Reason.UNKNOWN_SYMBOL.with(symbol.text()));
        }
        return index;
    }

    /** The index of the mark. */
    public int mark() {
        return indexOf(AlphabetEntry.MARK);
    }

    /**
     * The indices of a text's characters, by code point.
     *
     * @throws ProblemException where it lacks one
     */
    public int[] encode(String text) {
        return text.codePoints().map(this::indexOfCharacter).toArray();
    }

    private int indexOfCharacter(int codePoint) {
        Integer index = characters.get(codePoint);
        return index == null ? indexOf(AlphabetEntry.character(codePoint)) : index;
    }

    /** The text of some indices, up to the first mark. */
    public String decode(int[] indexes) {
        StringBuilder text = new StringBuilder(indexes.length);
        for (int index : indexes) {
            AlphabetEntry symbol = symbol(index);
            if (symbol.kind() == AlphabetEntry.EntryKind.MARK) {
                break;
            }
            text.append(symbol.text());
        }
        return text.toString();
    }

    /** The names of its labels by index. */
    public List<String> labels() {
        return texts(AlphabetEntry.EntryKind.LABEL);
    }

    /**
     * The vocabulary of its characters; where it has nothing else, under the same indices.
     *
     * @throws IllegalArgumentException where they are fewer than a vocabulary has
     */
    public Vocabulary vocabulary() {
        return new Vocabulary(characters().stream()
                .mapToInt(character -> character.codePointAt(0))
                .toArray());
    }

    /** Its characters by index, each a text of one code point. */
    public List<String> characters() {
        return texts(AlphabetEntry.EntryKind.CHARACTER);
    }

    private List<String> texts(AlphabetEntry.EntryKind kind) {
        return symbols.stream()
                .filter(symbol -> symbol.kind() == kind)
                .map(AlphabetEntry::text)
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Alphabet that && symbols.equals(that.symbols);
    }

    @Override
    public int hashCode() {
        return symbols.hashCode();
    }
}
