package unroll.cli;

import java.io.PrintWriter;
import unroll.train.TrainingEvent.Stepped;
import unroll.train.TrainingEvent.Validated;

/** Says only what must be said. */
final class QuietDisplay implements Display {
    private final PrintWriter err;

    QuietDisplay(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void step(Stepped step) {
        // Nobody wants to see it.
    }

    @Override
    public void validation(Validated validation) {
        // Nobody wants to see it.
    }

    @Override
    public void end() {
        // Nobody wants to see it.
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
