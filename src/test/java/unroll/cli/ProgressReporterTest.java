package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import unroll.train.Evaluations;
import unroll.train.MetricsFixtures;
import unroll.train.TrainingEvent.Stepped;
import unroll.train.TrainingEvent.Validated;

class ProgressReporterTest {
    private static final StopCondition.Progress START = new StopCondition.Progress(3, 2.5, 0);

    private final ProgressReporter reporter = new ProgressReporter(
            new Display.Quiet(new PrintWriter(new StringWriter())),
            null,
            new StopCondition(0, Double.POSITIVE_INFINITY));

    private double seconds() {
        return reporter.result(START).path("seconds").asDouble();
    }

    @Test
    void theSecondsOfAResultHoldTheValidationAfterTheLastStep() {
        assertThat(seconds()).isEqualTo(2.5);
        reporter.onEvent(new Stepped(MetricsFixtures.at(4, 0.1, 3), 2));
        assertThat(seconds()).isEqualTo(3);
        reporter.onEvent(new Validated(MetricsFixtures.at(4, 0.1, 3.75), Evaluations.of(2), true));
        assertThat(seconds()).isEqualTo(3.75);
    }
}
