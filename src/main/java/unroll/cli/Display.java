package unroll.cli;

import java.io.PrintWriter;
import java.util.Locale;
import unroll.session.run.HeadlessRun;
import unroll.train.TrainingEvent.Sampled;
import unroll.train.TrainingEvent.Stepped;
import unroll.train.TrainingEvent.Validated;

/** Shows on standard error how a run comes along; of what happens in it each display shows some. */
interface Display extends AutoCloseable {
    /** The run that is shown begins now. */
    default void begin(HeadlessRun run) {}

    default void step(Stepped step) {}

    default void showValidation(Validated validation) {}

    /** Shows where the run stands after its last step and validation, where it does not do so at any time. */
    default void end() {}

    /** Shows a text that the network wrote. */
    default void sample(Sampled sample) {
        print(String.format(
                Locale.ROOT, "--- step %,d, loss %.3f ---%n%s", sample.step(), sample.loss(), sample.text()));
    }

    /** Prints lines that stay. */
    void print(String lines);

    @Override
    void close();

    /** Says only what must be said. */
    record Quiet(PrintWriter err) implements Display {
        @Override
        public void print(String lines) {
            err.println(lines);
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
