package unroll.cli;

import unroll.train.TrainingEvent.Stepped;
import unroll.train.TrainingEvent.Validated;

/** Shows on standard error how a run comes along. */
interface Display extends AutoCloseable {
    void step(Stepped step);

    void validation(Validated validation);

    /** Shows where the run stands after its last step and validation. */
    void end();

    /** Prints lines that stay. */
    void say(String lines);

    @Override
    void close();
}
