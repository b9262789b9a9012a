package unroll.task;

/**
 * How networks of a task write a text of any length.
 *
 * @param window characters that each next one is guessed from, sliding over the text and each time from the zero state; 0 where
 *     the state carries all that was read
 */
public record TextWriting(int window) {
    /** Symbol by symbol, with a state that is carried on. */
    public static final TextWriting CARRYING = new TextWriting(0);
}
