package unroll.session.run;

import java.util.Locale;
import unroll.message.Wording;
import unroll.train.TrainingEvent.Finished;
import unroll.train.TrainingEvent.ReachedLastStep;
import unroll.train.TrainingEvent.StoppedEarly;

/** How a run ended by itself, for its user. */
public final class RunEnding {
    private RunEnding() {}

    public static String sentence(Finished ending) {
        return ending instanceof StoppedEarly stopped ? stoppedEarly(stopped) : reached((ReachedLastStep) ending);
    }

    private static String reached(ReachedLastStep ending) {
        return String.format(
                Locale.ROOT,
                "Reached step %,d. Training can continue for another %s.",
                ending.step(),
                Wording.count(ending.more(), "step"));
    }

    private static String stoppedEarly(StoppedEarly ending) {
        String reason = String.format(
                Locale.ROOT,
                "Stopped early: the validation loss has not fallen below %.4f in the last %s.",
                ending.best(),
                Wording.count(ending.measurements(), "measurement"));
        return ending.restored() == 0
                ? reason
                : String.format(
                        Locale.ROOT, "%s The best weights, of step %,d, were restored.", reason, ending.restored());
    }
}
