package unroll;

import java.io.File;
import java.lang.reflect.Field;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import unroll.cli.CommandLineProgram;
import unroll.ui.WindowLauncher;

/**
 * Where the program starts: without arguments, or with a file alone, the window; otherwise the command line, which never loads
 * the window's classes. Where there can be no window, the program without arguments trains in the terminal.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        silenceUnsafeWarning();
        // The program names the locale itself; this is for the libraries it formats numbers with, such as the progress
        // bar.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        if (arguments.length == 0 || isFile(arguments)) {
            if (!WindowLauncher.open(arguments)) {
                System.exit(arguments.length == 0 ? CommandLineProgram.runWithoutWindow() : CommandLineProgram.FAILED);
            }
        } else {
            System.exit(CommandLineProgram.run(arguments));
        }
    }

    /** What a double click hands over. A command's name is the command, whatever files there are. */
    private static boolean isFile(String... arguments) {
        return arguments.length == 1 && new File(arguments[0]).isFile() && !CommandLineProgram.isCommand(arguments[0]);
    }

    /**
     * Keeps Java 24 and later from printing four lines because libraries below (JavaCPP's indexers, JavaFX's renderer before
     * version 24) use {@code sun.misc.Unsafe}. Java has the option {@code --sun-misc-unsafe-memory-access=allow} for this, but Java
     * 17 does not start with it, and a manifest cannot carry it. The class is open to reflection, so we mark the warning as
     * printed. Where a later Java has no such mark, its warning appears and nothing else changes.
     */
    private static void silenceUnsafeWarning() {
        if (Runtime.version().feature() < 24) {
            return;
        }
        try {
            Field printed = Class.forName("sun.misc.Unsafe").getDeclaredField("memoryAccessWarned");
            printed.setAccessible(true);
            printed.setBoolean(null, true);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LoggerFactory.getLogger(Main.class).debug("Java's warning of Unsafe stays.", e);
        }
    }
}
