package unroll.sweep;

import java.util.ArrayList;
import java.util.List;
import unroll.session.report.Csv;
import unroll.session.report.ReportColumn;
import unroll.session.report.RunRow;

/**
 * What came of a trial: the row of a lab report, which says nothing of clocks and dates, so that the same plan gives the
 * same rows on every machine of a kind. Immutable.
 *
 * @param outcome {@link #DONE}, {@link #EARLY}, or {@link #DIVERGED} with the reason after it
 * @param curves of its losses, as comma-separated values
 */
public record TrialResult(Trial trial, RunRow row, String outcome, String curves) {
    public static final String DONE = "done";
    public static final String EARLY = "stopped early";
    public static final String DIVERGED = "diverged";

    /** Names of the columns that a sweep adds to those of a report. */
    static final List<String> COLUMNS = List.of("trial", "plan", "outcome");

    /** The first line of a table of results, with its end. */
    public static String header() {
        List<String> names = new ArrayList<>(RunRow.header());
        names.addAll(COLUMNS);
        return Csv.line(names);
    }

    /**
     * Its line in a table of results, with its end.
     *
     * @param plan its {@link SweepPlan#fingerprint()}
     */
    public String line(String plan) {
        List<String> fields = new ArrayList<>(row.written());
        fields.add(Integer.toString(trial.number()));
        fields.add(plan);
        fields.add(Csv.inert(outcome));
        return Csv.line(fields);
    }

    public boolean isDiverged() {
        return outcome.startsWith(DIVERGED);
    }

    /** The loss it is judged by, in nats per character; not a number where it diverged or nothing was measured. */
    public double validationLoss() {
        return isDiverged() ? Double.NaN : row.number(ReportColumn.VALIDATION_LOSS);
    }
}
