package unroll;

import java.io.File;
import java.util.Locale;
import unroll.cli.CommandLineProgram;
import unroll.ui.WindowLauncher;

/**
 * Where the program starts: without arguments, or with a file alone, the window; otherwise the command line, which never loads
 * the window's classes. Where there can be no window, the program without arguments trains in the terminal.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        UnsafeWarning.silence();
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
}
