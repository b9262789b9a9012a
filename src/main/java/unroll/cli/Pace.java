package unroll.cli;

import java.time.Duration;
import java.util.Locale;
import unroll.train.TrainingEvent.Stepped;

/** How long a run still takes. */
record Pace(Ending ending, int charactersPerStep) {
    /** Whether the run ends with this step. */
    boolean isLast(Stepped step) {
        return step.step() == ending.step();
    }

    private double secondsLeft(Stepped step) {
        return ending.step() > 0
                ? (ending.step() - step.step()) * (double) charactersPerStep / step.charsPerSecond()
                : Math.max(0, ending.seconds() - step.seconds());
    }

    /** In hours, minutes and seconds. */
    String timeLeft(Stepped step) {
        Duration left = Duration.ofSeconds(Math.round(secondsLeft(step)));
        return String.format(Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart());
    }
}
