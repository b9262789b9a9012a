package unroll;

import unroll.cli.CommandLineProgram;

/** Where the program starts: without arguments the window, otherwise the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineProgram.run(arguments));
    }
}
