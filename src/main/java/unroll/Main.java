package unroll;

import unroll.ui.UnrollApp;

/** Where the program starts: without arguments the window, otherwise the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            UnrollApp.open();
        }
    }
}
