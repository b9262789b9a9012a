package unroll.session.run;

import org.jspecify.annotations.Nullable;
import unroll.session.model.WeightsVersion;
import unroll.settings.Settings;
import unroll.train.Evaluation;
import unroll.train.RunMetrics;

/**
 * Where a run stands after a step. Immutable.
 *
 * @param metrics its figures; the training loss is smoothed
 * @param evaluation the last measurement on the validation part in this program, or null
 * @param replaced how many times earlier weights were put back, in this program
 */
public record RunProgress(
        Phase phase, RunMetrics metrics, @Nullable Evaluation evaluation, int replaced) {
    /** Of a run whose weights are those it was trained to. */
    public RunProgress(Phase phase, RunMetrics metrics, @Nullable Evaluation evaluation) {
        this(phase, metrics, evaluation, 0);
    }

    /** Before any step in this program. */
    public static RunProgress standing(RunMetrics metrics) {
        return new RunProgress(metrics.step() == 0 ? Phase.READY : Phase.PAUSED, metrics, null);
    }

    /** Of a model that is not there yet. */
    public static RunProgress untrained(Settings settings) {
        return standing(RunMetrics.untrained(settings.training().learningRate()));
    }

    RunProgress in(Phase next) {
        return new RunProgress(next, metrics, evaluation, replaced);
    }

    RunProgress with(RunMetrics next) {
        return new RunProgress(phase, next, evaluation, replaced);
    }

    RunProgress with(RunMetrics next, Evaluation measured) {
        return new RunProgress(phase, next, measured, replaced);
    }

    /** After earlier weights were put back. */
    RunProgress withReplacedWeights() {
        return new RunProgress(phase, metrics, evaluation, replaced + 1);
    }

    /** Which weights the model has. */
    public WeightsVersion weights() {
        return new WeightsVersion(metrics.step(), replaced);
    }
}
