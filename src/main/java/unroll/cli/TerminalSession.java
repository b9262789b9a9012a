package unroll.cli;

import java.io.Console;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;
import unroll.cli.dashboard.Dashboard;
import unroll.cli.dashboard.TerminalStyle;

/**
 * The terminal behind standard input and standard error, while a person is watching. It is the only one the program
 * builds, and it leaves signals alone: {@link StopRequest} is who hears Ctrl-C.
 */
final class TerminalSession implements AutoCloseable {
    private static final int DEFAULT_COLUMNS = 80;
    private static final int MIN_COLUMNS = 10;

    private final Terminal terminal;

    private TerminalSession(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The terminal, or null where the program talks to a file, a pipe or nobody. */
    static @Nullable TerminalSession open() throws IOException {
        if (!hasConsole()) {
            return null;
        }
        // Native signals off: otherwise building a terminal puts Ctrl-C back to ending the process at once.
        Terminal terminal = TerminalBuilder.builder()
                .name("unroll")
                .system(true)
                .systemOutput(TerminalBuilder.SystemOutput.SysErr)
                .nativeSignals(false)
                .dumb(true)
                .build();
        if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            terminal.close();
            return null;
        }
        return new TerminalSession(terminal);
    }

    /**
     * Whether standard input and output are a terminal. Up to Java 21 there is a console only where there is a terminal; later ones always have a console, and it says whether
     * it is a terminal.
     */
    static boolean hasConsole() {
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

    /** Columns at this moment, which change with the window around the terminal. */
    int columns() {
        int columns = terminal.getWidth();
        return columns >= MIN_COLUMNS ? columns : DEFAULT_COLUMNS;
    }

    /** Takes the whole terminal over to watch a run, until the dashboard is closed. */
    Dashboard dashboard(Dashboard.Subject watched) {
        Integer colors = terminal.getNumericCapability(Capability.max_colors);
        TerminalStyle style = TerminalStyle.of(colors, System.getenv("NO_COLOR"), terminal.encoding());
        return new Dashboard(terminal, style, watched);
    }

    /** Gives the terminal back as it was. */
    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
