package unroll.session.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import unroll.lens.coach.RecentSteps;
import unroll.lens.coach.RunFacts;
import unroll.message.Problem;
import unroll.train.Clipping;
import unroll.train.RunMetrics;
import unroll.train.TrainingEvent;

/** What happened lately in a run, step by step: for the coach, and for seeing how clipping acts. Thread-safe. */
public final class RecentRun {
    private static final int VALIDATIONS = 20;

    private final RecentSteps steps = new RecentSteps();
    private final Deque<Double> validations = new ArrayDeque<>();
    private Clipping clipping = Clipping.off();
    private boolean diverged;
    private String lastText = "";

    /**
     * An immutable copy.
     *
     * @param lossBefore smoothed training loss before the steps that count as recent; NaN in a shorter run
     * @param gradients what the norms were like
     * @param excess for each recent step, the oldest first, its gradient's norm as a multiple of the limit; 0 without one
     * @param validations losses of this sitting, the oldest first
     * @param clipping in force at the last step
     * @param diverged whether the last step ended with what is no number
     */
    public record View(
            double lossBefore,
            RunFacts.Gradients gradients,
            List<Double> excess,
            List<Double> validations,
            Clipping clipping,
            boolean diverged) {}

    /** @param in force at this step */
    public synchronized void add(TrainingEvent event, Clipping in) {
        if (event instanceof TrainingEvent.Stepped step) {
            diverged = false;
            clipping = in;
            RunMetrics now = step.metrics();
            double limit = in.kind() == Clipping.ClippingKind.OFF ? Double.POSITIVE_INFINITY : in.limit();
            steps.add(now.losses().train(), now.gradientNorm(), limit);
        } else if (event instanceof TrainingEvent.Validated validated) {
            validations.add(validated.validationLoss());
            if (validations.size() > VALIDATIONS) {
                validations.remove();
            }
        } else if (event instanceof TrainingEvent.Sampled sample) {
            lastText = sample.text();
        } else if (event instanceof TrainingEvent.Failed failed) {
            diverged = failed.problem() instanceof Problem.Diverged;
        }
    }

    /** The last live sample; empty before there is one. */
    public synchronized String lastText() {
        return lastText;
    }

    public synchronized void clear() {
        steps.clear();
        validations.clear();
        clipping = Clipping.off();
        diverged = false;
        lastText = "";
    }

    public synchronized View view() {
        RunFacts.Gradients gradients = steps.gradients();
        if (clipping.kind() == Clipping.ClippingKind.VALUE) {
            // From the norm nobody can tell whether an entry was cut.
            gradients = new RunFacts.Gradients(gradients.seen(), 0, gradients.median(), gradients.highest(), true);
        }
        return new View(steps.lossBefore(), gradients, steps.excess(), List.copyOf(validations), clipping, diverged);
    }
}
