package unroll.cli.dashboard;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * The whole of a terminal, redrawn as often as somebody likes, with keys that come at once. Leaving it, also by the end of
 * the process, brings back what was there before. While it is up, standard error waits: it would be written across it.
 */
final class AlternateScreen implements AutoCloseable {
    private static final String RESIZED = "WINCH";
    private static final int DISABLED = 0;

    private final Terminal terminal;
    private final Display display;
    private final Attributes attributes;
    private final @Nullable Object previousHandler;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final Thread hook = new Thread(this::leave, "unroll-leave-screen");
    private Size size;
    private volatile boolean resized;
    private boolean up = true;

    AlternateScreen(Terminal terminal) {
        // Read when the first line is made: a dash stays a dash, instead of a letter of the terminal's second character
        // set.
        System.setProperty(TerminalBuilder.PROP_DISABLE_ALTERNATE_CHARSET, "true");
        this.terminal = terminal;
        display = new Display(terminal, true);
        size = terminal.getSize();
        previousHandler = Signals.register(RESIZED, () -> resized = true);
        Runtime.getRuntime().addShutdownHook(hook);
        System.setErr(new PrintStream(held, true, Charset.defaultCharset()));
        attributes = terminal.enterRawMode();
        terminal.setAttributes(withoutSuspension());
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        redraw();
    }

    /** A suspended program would leave the terminal as it is, and a thread dump would be written across the screen. */
    private Attributes withoutSuspension() {
        Attributes raw = terminal.getAttributes();
        raw.setControlChar(ControlChar.VSUSP, DISABLED);
        raw.setControlChar(ControlChar.VQUIT, DISABLED);
        return raw;
    }

    Keys keys() {
        return new Keys(terminal.reader());
    }

    /** Rows and columns at this moment. Where there is no signal for a change, the terminal is asked each time. */
    Size size() {
        if (resized || previousHandler == null) {
            resized = false;
            Size now = terminal.getSize();
            if (!now.equals(size)) {
                size = now;
                redraw();
            }
        }
        return size;
    }

    /** Redraws everything the next time, whatever is on the screen now. */
    synchronized void redraw() {
        if (up) {
            display.resize(size.getRows(), size.getColumns());
            display.clear();
            terminal.puts(Capability.clear_screen);
            display.reset();
        }
    }

    /** Shows these lines, writing only what has changed. Nothing once the screen has been left. */
    synchronized void show(List<AttributedString> lines) {
        if (up) {
            display.update(lines, 0);
        }
    }

    /** Brings back what was on the terminal before, and what was written to standard error meanwhile; once. */
    private synchronized void leave() {
        if (!up) {
            return;
        }
        up = false;
        terminal.puts(Capability.cursor_normal);
        terminal.puts(Capability.exit_ca_mode);
        terminal.flush();
        terminal.setAttributes(attributes);
        System.err.flush();
        System.setErr(err);
        err.print(held.toString(Charset.defaultCharset()));
        err.flush();
    }

    @Override
    public void close() {
        leave();
        if (previousHandler != null) {
            Signals.unregister(RESIZED, previousHandler);
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The process is ending: the hook has left the screen, or finds it left.
            return;
        }
    }
}
