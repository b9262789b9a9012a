package unroll.ui.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import unroll.message.Formats;
import unroll.plot.Axis;
import unroll.plot.ParallelPlot;
import unroll.plot.ParallelPlot.Brush;
import unroll.plot.ParallelPlot.Column;
import unroll.plot.ParallelPlot.LineStyle;
import unroll.plot.ParallelPlot.RunLine;
import unroll.plot.Ticks;
import unroll.settings.Setting;
import unroll.sweep.SweepPlan;
import unroll.sweep.SweepTable;
import unroll.sweep.Trial;

/** The trials of a sweep that have ended, as lines across an axis for each setting that differs and one for the loss. */
final class TrialPlot {
    private static final int LOSS_TICKS = 6;

    /** Above it stand the trials that diverged, where there are any. */
    private static final double FINITE_TOP = 0.9;

    private final SweepPlan plan;
    private final List<Column> columns = new ArrayList<>();
    private final Map<SweepTable.Entry, double[]> places = new LinkedHashMap<>();
    private final SweepTable.@Nullable Entry best;

    /** @param entries trials of the plan that have ended */
    TrialPlot(SweepPlan plan, List<SweepTable.Entry> entries) {
        this.plan = plan;
        int count = plan.varied().size();
        entries.forEach(entry -> places.put(entry, new double[count + 1]));
        for (int i = 0; i < count; i++) {
            addSetting(i, plan.varied().get(i));
        }
        addLoss(count, entries);
        best = SweepTable.best(entries);
    }

    /** Values at equal distances: as they are sorted where they are numbers, otherwise as the plan has them. */
    private void addSetting(int column, Setting<?> setting) {
        List<String> values = new ArrayList<>(plan.trials().stream()
                .map(trial -> setting.text(trial.settings()))
                .distinct()
                .toList());
        if (setting.isNumber()) {
            values.sort(Comparator.comparingDouble(Double::parseDouble));
        }
        double gaps = Math.max(1, values.size() - 1);
        columns.add(new Column(
                setting.title(),
                IntStream.range(0, values.size())
                        .mapToObj(i -> new Ticks.Tick(i / gaps, values.get(i)))
                        .toList()));
        places.forEach((entry, at) -> at[column] = values.indexOf(value(setting, entry)) / gaps);
    }

    private void addLoss(int column, List<SweepTable.Entry> entries) {
        double[] losses = entries.stream()
                .mapToDouble(SweepTable.Entry::loss)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double top = losses.length < entries.size() ? FINITE_TOP : 1;
        List<Ticks.Tick> ticks = new ArrayList<>();
        if (losses.length > 0) {
            double low = losses[0];
            double high = Math.max(losses[losses.length - 1], low + 1e-9 * Math.abs(low) + 1e-12);
            Axis axis = new Axis(Axis.AxisScale.LINEAR, low, high);
            Ticks.of(axis, LOSS_TICKS)
                    .forEach(tick -> ticks.add(new Ticks.Tick(top * axis.at(tick.value()), tick.label())));
            places.forEach((entry, at) -> at[column] = Double.isFinite(entry.loss()) ? top * axis.at(entry.loss()) : 1);
        } else {
            places.forEach((entry, at) -> at[column] = 1);
        }
        if (top < 1) {
            ticks.add(new Ticks.Tick(1, "none"));
        }
        columns.add(new Column("Validation loss", ticks));
    }

    private String value(Setting<?> setting, SweepTable.Entry entry) {
        Trial trial = plan.trial(entry.trial());
        return trial == null ? "" : setting.text(trial.settings());
    }

    /** Whether a trial's line runs through all brushes. */
    boolean isWithin(SweepTable.Entry entry, Map<Integer, Brush> brushes) {
        double[] at = places.get(entry);
        return at != null
                && brushes.entrySet().stream()
                        .allMatch(brush -> brush.getValue().contains(at[brush.getKey()]));
    }

    /** The trial whose line is nearest to a point and within reach of it, among those that run through all brushes. */
    SweepTable.@Nullable Entry nearest(
            ParallelPlot.ColumnLayout layout, double x, double y, double reach, Map<Integer, Brush> brushes) {
        return places.entrySet().stream()
                .filter(place -> isWithin(place.getKey(), brushes))
                .filter(place -> layout.distance(place.getValue(), x, y) <= reach)
                .min(Comparator.comparingDouble(place -> layout.distance(place.getValue(), x, y)))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** Where a trial's line ends: its place on the axis of the loss. */
    double end(SweepTable.Entry entry) {
        double[] at = places.get(entry);
        return at == null ? 0 : at[at.length - 1];
    }

    ParallelPlot.ColumnLayout layout(double width, double height, double em) {
        return new ParallelPlot.ColumnLayout(columns.size(), width, height, em);
    }

    ParallelPlot plot(Map<Integer, Brush> brushes, SweepTable.@Nullable Entry pointed) {
        List<RunLine> lines = new ArrayList<>();
        places.forEach((entry, at) -> lines.add(new RunLine(at, style(entry, brushes, pointed))));
        return new ParallelPlot(columns, lines);
    }

    private LineStyle style(SweepTable.Entry entry, Map<Integer, Brush> brushes, SweepTable.@Nullable Entry pointed) {
        if (entry.equals(pointed)) {
            return LineStyle.POINTED;
        }
        if (!isWithin(entry, brushes)) {
            return LineStyle.DIMMED;
        }
        return entry.isDiverged() ? LineStyle.FAILED : entry.equals(best) ? LineStyle.BEST : LineStyle.PLAIN;
    }

    /** A trial in words: "Trial 7: hidden 64, seed 2 · validation loss 1.449". */
    static String words(SweepTable.Entry entry) {
        return String.format(
                Locale.ROOT,
                "Trial %d: %s%n%s",
                entry.trial(),
                entry.name(),
                Double.isNaN(entry.loss()) ? entry.outcome() : "Validation loss " + Formats.loss(entry.loss()));
    }
}
