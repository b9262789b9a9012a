package unroll;

import unroll.cli.CommandLineProgram;
import unroll.ui.UnrollApp;

/** Where the program starts: without arguments the window, otherwise the command line, which never loads the window's classes. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            UnrollApp.open();
        } else {
            System.exit(CommandLineProgram.run(arguments));
        }
    }
}
