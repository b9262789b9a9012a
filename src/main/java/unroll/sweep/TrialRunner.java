package unroll.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import unroll.checkpoint.TextSource;
import unroll.corpus.Corpus;
import unroll.message.Front;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.session.report.LabReport;
import unroll.session.report.ReportColumn;
import unroll.session.report.ReportMetadata;
import unroll.session.report.RunResults;
import unroll.session.report.RunRow;
import unroll.session.run.CurvesCsv;
import unroll.session.run.HeadlessRun;
import unroll.session.run.RunProgress;
import unroll.settings.Settings;
import unroll.train.TrainingEvent;
import unroll.train.Workload;

/**
 * Trains single trials of a plan, each whole on the thread that calls: with a budget in steps or epochs, its row is the same
 * on every machine of a kind. Several threads may use one runner at the same time.
 */
public final class TrialRunner {
    /** Longer than any trial: a model is saved once, at its end. */
    private static final Duration AT_THE_END = Duration.ofDays(10_000);

    private static final double SECONDS_PER_MINUTE = 60;
    private static final int SHORT_RUN = 100;
    private static final int FEW = 4;

    private final SweepPlan plan;
    private final OpenedFiles opened;
    private final @Nullable TextSource source;

    /** @param opened what {@link SweepPlan#open()} read; it is read through once for its checksum */
    public TrialRunner(SweepPlan plan, OpenedFiles opened) {
        this.plan = plan;
        this.opened = opened;
        Corpus read = opened.pairs() == null ? opened.text() : opened.pairs();
        source = read == null ? null : TextSource.of(read);
    }

    public SweepPlan plan() {
        return plan;
    }

    /** The checksum of what is learned from, as a row has it; empty where the task makes its data itself. */
    public String checksum() {
        return source == null ? "" : source.checksumText();
    }

    Dataset dataset(Trial trial) throws IOException {
        return Dataset.of(trial.settings(), opened);
    }

    /** Steps of a trial; 0 where it ends by the clock. */
    long steps(Trial trial, Dataset dataset) {
        double amount = plan.budget().amount();
        return switch (plan.budget().unit()) {
            case "steps" -> (long) amount;
            case "epochs" ->
                Workload.of(dataset.data(), trial.settings().training()).stepsFor(amount);
            default -> 0;
        };
    }

    /** Seconds of a trial; infinite where it ends by its steps. */
    double seconds() {
        return plan.budget().unit().equals("minutes")
                ? plan.budget().amount() * SECONDS_PER_MINUTE
                : Double.POSITIVE_INFINITY;
    }

    /**
     * Trains a trial to the end of its budget.
     *
     * @param model file for the trained model, or null for none
     * @param goOn gets the share of the budget that is used up, from 0 to 1, before every step; where it is false the trial is given up
     * @return empty where it was given up
     * @throws ProblemException where it failed in another way than by diverging, cannot be saved, or has too few data or too
     *     little memory
     */
    public Optional<TrialResult> run(Trial trial, @Nullable Path model, DoublePredicate goOn) throws IOException {
        Dataset dataset = dataset(trial);
        long steps = steps(trial, dataset);
        AtomicReference<TrainingEvent> ending = new AtomicReference<>();
        HeadlessRun.Outputs outputs = new HeadlessRun.Outputs(model, null, AT_THE_END, null, event -> {
            if (event instanceof TrainingEvent.Finished || event instanceof TrainingEvent.Failed) {
                ending.set(event);
            }
        });
        try (HeadlessRun run = HeadlessRun.begin(dataset, lasting(trial.settings(), steps), outputs)) {
            train(run, steps, goOn);
            TrainingEvent ended = ending.get();
            if (ended == null) {
                return Optional.empty();
            }
            run.save();
            return Optional.of(result(trial, dataset, run, ended));
        }
    }

    private static Settings lasting(Settings settings, long steps) {
        return settings.withTraining(settings.training().with(change -> change.maxSteps = steps));
    }

    private void train(HeadlessRun run, long steps, DoublePredicate goOn) {
        double limit = seconds();
        boolean[] finishing = {false};
        run.train(() -> {
            double share = steps > 0 ? (double) run.progress().metrics().step() / steps : run.seconds() / limit;
            if (run.seconds() >= limit && !finishing[0]) {
                finishing[0] = true;
                run.finish();
            }
            return goOn.test(Math.min(1, share));
        });
    }

    private TrialResult result(Trial trial, Dataset dataset, HeadlessRun run, TrainingEvent ended) throws IOException {
        RunProgress at = run.progress();
        RunResults results = RunResults.of(
                run.parameters(), dataset.data().layout().vocabularies().outputs(), at.metrics(), at.evaluation());
        LabReport report = new LabReport(metadata(trial), trial.settings(), source, results, run.curves(), List.of());
        RunRow row = RunRow.of(report).without(ReportColumn.DATE, ReportColumn.SECONDS, ReportColumn.CHARS_PER_SECOND);
        return new TrialResult(trial, row, outcome(ended), CurvesCsv.means(run.curves()));
    }

    private static ReportMetadata metadata(Trial trial) {
        String name = trial.name().isEmpty() ? "trial " + trial.number() : trial.name();
        return new ReportMetadata(
                name.substring(0, Math.min(name.length(), ReportMetadata.MAX_NAME)),
                "",
                Instant.EPOCH.atOffset(ZoneOffset.UTC),
                ReportMetadata.thisProgram());
    }

    private static String outcome(TrainingEvent ended) throws IOException {
        if (ended instanceof TrainingEvent.Failed failed) {
            if (!(failed.problem() instanceof Problem.Diverged)) {
                throw new ProblemException(failed.problem());
            }
            return TrialResult.DIVERGED + ": " + failed.problem().facts(Front.WINDOW);
        }
        return ended instanceof TrainingEvent.StoppedEarly ? TrialResult.EARLY : TrialResult.DONE;
    }

    /**
     * Seconds that a step of a trial takes, without its measurements: the mean of the later half of some steps.
     *
     * @param limit in seconds; after it a few steps are enough
     */
    double secondsPerStep(Trial trial, double limit) throws IOException {
        Settings settings = trial.settings()
                .withTraining(trial.settings().training().with(change -> {
                    change.maxSteps = SHORT_RUN;
                    change.validateEvery = 0;
                }));
        HeadlessRun.Outputs nowhere = new HeadlessRun.Outputs(null, null, AT_THE_END, null, event -> {});
        try (HeadlessRun run = HeadlessRun.begin(dataset(trial), settings, nowhere)) {
            List<Double> times = new ArrayList<>();
            run.train(() -> {
                times.add(run.seconds());
                return times.size() < FEW || run.seconds() < limit;
            });
            int half = times.size() / 2;
            return (times.get(times.size() - 1) - times.get(half)) / (times.size() - 1 - half);
        }
    }
}
