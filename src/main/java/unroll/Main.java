package unroll;

/** Where the program starts: without arguments the window, otherwise the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {}
}
