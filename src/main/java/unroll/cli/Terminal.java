package unroll.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Whether a person is watching. */
final class Terminal {
    private Terminal() {}

    /**
     * Whether the program talks to a terminal. Up to Java 21 there is a console only there; later ones always have a console,
     * and it says whether it is a terminal.
     */
    static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Java does not say whether this is a terminal.", e);
        }
    }
}
