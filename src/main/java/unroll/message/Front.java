package unroll.message;

/** Where a sentence is read; what to do about a problem is said in the words of that place. */
public enum Front {
    COMMAND_LINE,
    WINDOW;

    /** The words of this one. */
    String select(String onCommandLine, String inWindow) {
        return this == COMMAND_LINE ? onCommandLine : inWindow;
    }
}
