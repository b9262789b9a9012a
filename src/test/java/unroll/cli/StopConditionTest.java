package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import unroll.message.ProblemException;

class StopConditionTest {
    private static final long STEPS_PER_EPOCH = 100;
    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Command
    private static final class Arguments {
        @ArgGroup
        private StopCondition.StopOption choice;
    }

    private static StopCondition of(String arguments, StopCondition.Progress now) {
        Arguments parsed = new Arguments();
        new CommandLine(parsed).parseArgs(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        return StopCondition.of(parsed.choice, now, STEPS_PER_EPOCH);
    }

    @Test
    void aNewRunEndsAsSaid() {
        assertThat(of("--steps 7", StopCondition.Progress.START)).isEqualTo(new StopCondition(7, NEVER));
        assertThat(of("--epochs 1.001", StopCondition.Progress.START)).isEqualTo(new StopCondition(101, NEVER));
        assertThat(of("--minutes 2", StopCondition.Progress.START)).isEqualTo(new StopCondition(0, 120));
        assertThat(of("", StopCondition.Progress.START)).isEqualTo(new StopCondition(10 * STEPS_PER_EPOCH, NEVER));
    }

    @Test
    void aResumedRunCountsFromItsBeginning() {
        StopCondition.Progress now = new StopCondition.Progress(13, 90, 0);

        assertThat(of("--steps 20", now)).isEqualTo(new StopCondition(20, NEVER));
        assertThat(of("--epochs 1", now)).isEqualTo(new StopCondition(100, NEVER));
        assertThat(of("--minutes 2", now)).isEqualTo(new StopCondition(0, 120));
    }

    @Test
    void aResumedRunThatIsThereAlreadyGoesOnForAsMuch() {
        StopCondition.Progress now = new StopCondition.Progress(200, 150, 0);

        assertThat(of("--steps 20", now)).isEqualTo(new StopCondition(220, NEVER));
        assertThat(of("--epochs 2", now)).isEqualTo(new StopCondition(400, NEVER));
        assertThat(of("--minutes 2", now)).isEqualTo(new StopCondition(0, 270));
    }

    @Test
    void aRunThatWasCutShortEndsWhereItWasToEnd() {
        assertThat(of("", new StopCondition.Progress(13, 90, 50))).isEqualTo(new StopCondition(50, NEVER));
        assertThat(of("", new StopCondition.Progress(50, 90, 50))).isEqualTo(new StopCondition(1000, NEVER));
    }

    @Test
    void nothingToDoIsRefused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> of("--steps 0", StopCondition.Progress.START))
                .withMessage("--steps is 0; choose a whole number from 1 up.");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> of("--epochs 0", StopCondition.Progress.START));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> of("--minutes -1", StopCondition.Progress.START));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> of("--minutes NaN", StopCondition.Progress.START));
    }
}
