package unroll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import unroll.message.Front;
import unroll.train.TrainingEvent;
import unroll.train.TrainingEvent.Failed;
import unroll.train.TrainingEvent.Finished;
import unroll.train.TrainingEvent.Sampled;
import unroll.train.TrainingEvent.Stepped;
import unroll.train.TrainingEvent.StoppedEarly;
import unroll.train.TrainingEvent.Validated;
import unroll.train.TrainingEvent.Warned;

/** Tells what happens in a run to the display and the metrics file, and keeps what the result is made of. */
final class ProgressReporter {
    private final Display display;
    private final @Nullable MetricsFile metrics;
    private final StopCondition ending;
    private @Nullable Stepped last;
    private @Nullable Validated lastValidation;
    private @Nullable Validated lowestValidation;
    private @Nullable Failed failure;
    /** Spent training, the last validation included; not a number before the first news. */
    private double seconds = Double.NaN;

    /** @param metrics null for none */
    ProgressReporter(Display display, @Nullable MetricsFile metrics, StopCondition ending) {
        this.display = display;
        this.metrics = metrics;
        this.ending = ending;
    }

    /** Samples and warnings come on threads of their own. */
    synchronized void onEvent(TrainingEvent event) {
        if (event instanceof Stepped step) {
            last = step;
            seconds = step.metrics().seconds();
            display.step(step);
            if (metrics != null) {
                metrics.step(step);
            }
        } else if (event instanceof Validated validation) {
            lastValidation = validation;
            seconds = validation.metrics().seconds();
            lowestValidation = validation.best() ? validation : lowestValidation;
            display.showValidation(validation);
            if (metrics != null) {
                metrics.writeValidation(validation);
            }
        } else if (event instanceof Sampled sample) {
            display.sample(sample);
        } else if (event instanceof Warned warning) {
            display.print(warning.problem().sentence(Front.COMMAND_LINE));
        } else if (event instanceof Failed failed) {
            failure = failed;
        } else if (event instanceof Finished finished) {
            display.end();
            if (finished instanceof StoppedEarly && lowestValidation != null) {
                // Its weights were put back, and the result is theirs.
                lastValidation = lowestValidation;
            }
            if (finished.step() != ending.step()) {
                display.print(finished.sentence());
            }
        }
    }

    /** What the run could not go on for, or null. */
    synchronized @Nullable Failed failure() {
        return failure;
    }

    /** Where the run stands; what was not measured in this sitting is null. */
    synchronized ObjectNode result(StopCondition.Progress start) {
        ObjectNode result = JsonOutput.object();
        result.put("step", last == null ? start.step() : last.step());
        put(result, "epoch", last, step -> step.metrics().epoch());
        put(result, "trainLoss", last, step -> step.metrics().losses().train());
        put(result, "validationLoss", lastValidation, Validated::validationLoss);
        put(result, "accuracy", lastValidation, Validated::accuracy);
        put(result, "exactMatch", lastValidation, Validated::exactMatch);
        JsonOutput.put(result, "seconds", Double.isNaN(seconds) ? start.seconds() : seconds);
        return result;
    }

    private static <E> void put(ObjectNode result, String name, @Nullable E event, ToDoubleFunction<E> value) {
        JsonOutput.put(result, name, event == null ? Double.NaN : value.applyAsDouble(event));
    }
}
