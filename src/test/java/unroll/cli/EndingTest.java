package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

class EndingTest {
    private static final long STEPS_PER_EPOCH = 100;
    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Command
    private static final class Arguments {
        @ArgGroup
        private Ending.Choice choice;
    }

    private static Ending of(String arguments, Ending.Place now) {
        Arguments parsed = new Arguments();
        new CommandLine(parsed).parseArgs(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        return Ending.of(parsed.choice, now, STEPS_PER_EPOCH);
    }

    @Test
    void aNewRunEndsAsSaid() {
        assertThat(of("--steps 7", Ending.Place.START)).isEqualTo(new Ending(7, NEVER));
        assertThat(of("--epochs 1.001", Ending.Place.START)).isEqualTo(new Ending(101, NEVER));
        assertThat(of("--minutes 2", Ending.Place.START)).isEqualTo(new Ending(0, 120));
        assertThat(of("", Ending.Place.START)).isEqualTo(new Ending(10 * STEPS_PER_EPOCH, NEVER));
    }

    @Test
    void aResumedRunCountsFromItsBeginning() {
        Ending.Place now = new Ending.Place(13, 90, 0);

        assertThat(of("--steps 20", now)).isEqualTo(new Ending(20, NEVER));
        assertThat(of("--epochs 1", now)).isEqualTo(new Ending(100, NEVER));
        assertThat(of("--minutes 2", now)).isEqualTo(new Ending(0, 120));
    }

    @Test
    void aResumedRunThatIsThereAlreadyGoesOnForAsMuch() {
        Ending.Place now = new Ending.Place(200, 150, 0);

        assertThat(of("--steps 20", now)).isEqualTo(new Ending(220, NEVER));
        assertThat(of("--epochs 2", now)).isEqualTo(new Ending(400, NEVER));
        assertThat(of("--minutes 2", now)).isEqualTo(new Ending(0, 270));
    }

    @Test
    void aRunThatWasCutShortEndsWhereItWasToEnd() {
        assertThat(of("", new Ending.Place(13, 90, 50))).isEqualTo(new Ending(50, NEVER));
        assertThat(of("", new Ending.Place(50, 90, 50))).isEqualTo(new Ending(1000, NEVER));
    }

    @Test
    void nothingToDoIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("--steps 0", Ending.Place.START))
                .withMessage("--steps is 0; choose a whole number from 1 up.");
        assertThatIllegalArgumentException().isThrownBy(() -> of("--epochs 0", Ending.Place.START));
        assertThatIllegalArgumentException().isThrownBy(() -> of("--minutes -1", Ending.Place.START));
        assertThatIllegalArgumentException().isThrownBy(() -> of("--minutes NaN", Ending.Place.START));
    }
}
