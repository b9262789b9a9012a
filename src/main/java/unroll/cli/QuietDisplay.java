package unroll.cli;

import java.io.PrintWriter;

/** Says only what must be said. */
final class QuietDisplay implements Display {
    private final PrintWriter err;

    QuietDisplay(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void print(String lines) {
        err.println(lines);
    }

    @Override
    public void close() {
        err.flush();
    }
}
