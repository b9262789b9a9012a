package unroll.task;

/**
 * One entry of an {@link Alphabet}.
 *
 * @param text the character itself, the label's name, or nothing for the mark
 */
public record AlphabetEntry(EntryKind kind, String text) {
    /** Begins a decoder's input and ends its answer. */
    public static final AlphabetEntry MARK = new AlphabetEntry(EntryKind.MARK, "");

    /** What a symbol stands for; a label "a" is not the character "a". */
    public enum EntryKind {
        CHARACTER,
        LABEL,
        MARK
    }

    public static AlphabetEntry character(int codePoint) {
        return new AlphabetEntry(EntryKind.CHARACTER, Character.toString(codePoint));
    }

    public static AlphabetEntry label(String name) {
        return new AlphabetEntry(EntryKind.LABEL, name);
    }
}
