package unroll.task;

/**
 * One entry of an {@link Alphabet}.
 *
 * @param text the character itself, the label's name, or nothing for the mark
 */
public record Symbol(Kind kind, String text) {
    /** Begins a decoder's input and ends its answer. */
    public static final Symbol MARK = new Symbol(Kind.MARK, "");

    /** What a symbol stands for; a label "a" is not the character "a". */
    public enum Kind {
        CHARACTER,
        LABEL,
        MARK
    }

    public static Symbol character(int codePoint) {
        return new Symbol(Kind.CHARACTER, Character.toString(codePoint));
    }

    public static Symbol label(String name) {
        return new Symbol(Kind.LABEL, name);
    }
}
