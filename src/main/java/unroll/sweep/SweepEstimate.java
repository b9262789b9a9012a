package unroll.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.session.data.Dataset;
import unroll.session.model.EngineTrainerFactory;
import unroll.settings.Settings;
import unroll.train.MemoryEstimate;
import unroll.train.Workload;

/**
 * What the trials of a plan take, before any of them runs.
 *
 * @param costs of the trials, by number
 */
public record SweepEstimate(List<Cost> costs) {
    private static final double PROBE_SECONDS = 3;

    /**
     * What one trial takes.
     *
     * @param steps 0 where it ends by the clock
     * @param characters that its steps read
     */
    public record Cost(Trial trial, long steps, double characters, long parameters, MemoryEstimate memory) {
        /** Multiplications, up to a factor that all trials share. */
        public double work() {
            return characters * parameters;
        }
    }

    /**
     * Looks at every trial. Trials that differ in their seed alone cost the same.
     *
     * @throws ProblemException where a trial has too few data or needs more memory than there is
     */
    public static SweepEstimate of(TrialRunner runner) throws IOException {
        Map<Settings, Cost> known = new HashMap<>();
        List<Cost> costs = new ArrayList<>();
        for (Trial trial : runner.plan().trials()) {
            Settings seedless =
                    trial.settings().withTraining(trial.settings().training().with(change -> change.seed = 0));
            Cost cost = known.get(seedless);
            if (cost == null) {
                cost = cost(runner, trial);
                known.put(seedless, cost);
            }
            costs.add(new Cost(trial, cost.steps(), cost.characters(), cost.parameters(), cost.memory()));
        }
        return new SweepEstimate(costs);
    }

    private static Cost cost(TrialRunner runner, Trial trial) throws IOException {
        Dataset dataset = runner.dataset(trial);
        try {
            new EngineTrainerFactory().check(dataset, trial.settings());
        } catch (ProblemException refused) {
            throw new ProblemException(
                    Reason.TRIAL_REFUSED.with(trial.number(), trial.name(), refused.problem()), refused);
        }
        long steps = runner.steps(trial, dataset);
        Workload workload = Workload.of(dataset.data(), trial.settings().training());
        return new Cost(
                trial,
                steps,
                (double) steps * workload.charactersPerStep(),
                EngineTrainerFactory.spec(dataset, trial.settings()).parameters(),
                EngineTrainerFactory.estimate(dataset, trial.settings()));
    }

    /**
     * Refuses more trials side by side than the memory holds, were they the largest.
     *
     * @param beside what else is in the memory
     * @throws ProblemException that says what is needed and what there is
     */
    public void requireFit(int jobs, MemoryEstimate... beside) {
        Stream<MemoryEstimate> trials = costs.stream()
                .map(Cost::memory)
                .sorted(Comparator.comparingLong(MemoryEstimate::total).reversed())
                .limit(jobs);
        MemoryEstimate.requireFitTogether(
                Stream.concat(trials, Stream.of(beside)).toList());
    }

    /** Bytes that the largest trial takes. */
    public long memory() {
        return costs.stream().mapToLong(cost -> cost.memory().total()).max().orElse(0);
    }

    /**
     * Seconds that all trials take, by a few steps of one in the middle, measurements left out.
     *
     * @param jobs trials side by side
     */
    public double seconds(TrialRunner runner, int jobs) throws IOException {
        if (Double.isFinite(runner.seconds())) {
            return runner.seconds() * Math.ceil((double) costs.size() / jobs);
        }
        Cost middle = costs.stream()
                .sorted(Comparator.comparingDouble(Cost::work))
                .skip(costs.size() / 2)
                .findFirst()
                .orElseThrow();
        double perWork = runner.secondsPerStep(middle.trial(), PROBE_SECONDS) * middle.steps() / middle.work();
        return costs.stream().mapToDouble(Cost::work).sum() * perWork / jobs;
    }
}
