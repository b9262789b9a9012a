package unroll.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import unroll.plot.Surface.Align;

/**
 * Where the parts of a chart lie on a surface: the plot between its axes, and every label, none over another and none cut. What
 * there is no room for is left out, the legend and the titles first.
 */
public final class PlotLayout {
    private static final double TOP_EM = 0.75;
    private static final double RIGHT_EM = 0.6;
    /** From the plot to the numbers below it. */
    private static final double TICK_EM = 0.5;

    private static final double MIN_LEFT_EM = 2;
    /** Least height of a plot beside which a title or a legend stands. */
    private static final double MIN_HEIGHT_EM = 5;
    /** Least height of a surface on which the horizontal axis has numbers. */
    private static final double MIN_NUMBERED_EM = 4;

    private static final double BETWEEN_EM = 0.6;
    private static final double LEADER_EM = 1.2;
    /** Share of the width that the names at either side may take. */
    private static final double MAX_NAMES = 0.4;

    final Plot plot;
    final Surface surface;
    private final double em;
    final Optional<Legend> legend;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    final List<Ticks.Tick> yTicks;
    final List<Ticks.Tick> xTicks;
    final List<Caption> labels = new ArrayList<>();
    final List<Name> names;

    /** A text on its place. */
    record Caption(String text, double x, double y, Align align) {}

    /**
     * The name of a reference in the right margin.
     *
     * @param top of its first line, in pixels
     */
    record Name(Plot.Reference reference, double top, double height) {}

    public PlotLayout(Plot plot, Surface surface) {
        this.plot = plot;
        this.surface = surface;
        em = surface.em();
        Legend wanted = new Legend(plot, surface);
        boolean titled =
                !plot.titles().x().isEmpty() && surface.textWidth(plot.titles().x()) <= surface.width();
        boolean numbered = surface.height() >= MIN_NUMBERED_EM * em;
        double ticksEm = numbered ? TICK_EM + Surface.LINE : TOP_EM;
        double available = surface.height() - (TOP_EM + ticksEm) * em;
        boolean withTitle = titled && available - Surface.LINE * em >= MIN_HEIGHT_EM * em;
        available -= withTitle ? Surface.LINE * em : 0;
        boolean withLegend = available - wanted.height() >= MIN_HEIGHT_EM * em;
        legend = withLegend ? Optional.of(wanted) : Optional.empty();
        top = TOP_EM * em + (withLegend ? wanted.height() : 0);
        bottom = Math.max(top + 1, surface.height() - (ticksEm + (withTitle ? Surface.LINE : 0)) * em);
        yTicks = spaced(Ticks.of(plot.y(), (int) Math.max(2, (bottom - top) / (3 * em))));
        double numbers = 0.8 * em + widest(yTicks);
        boolean numberedY = numbers <= MAX_NAMES * surface.width();
        left = Math.max(
                Math.min(
                        MAX_NAMES * surface.width(),
                        Math.max(MIN_LEFT_EM, plot.margins().left()) * em),
                numberedY ? numbers : 0);
        right = Math.max(left + 1, surface.width() - rightMargin());
        xTicks = Ticks.of(plot.x(), (int) Math.max(2, (right - left) / (6 * em)));
        names = placedNames();
        if (numberedY) {
            yTicks.forEach(
                    tick -> labels.add(new Caption(tick.label(), left - 0.5 * em, py(tick.value()), Align.RIGHT)));
        }
        labels.addAll(numbered ? xLabels() : List.of());
        if (withTitle) {
            labels.add(title());
        }
    }

    private double widest(List<Ticks.Tick> ticks) {
        return ticks.stream()
                .mapToDouble(tick -> surface.textWidth(tick.label()))
                .max()
                .orElse(0);
    }

    /** Those whose labels do not touch, from the lowest up, as far as the surface reaches. */
    private List<Ticks.Tick> spaced(List<Ticks.Tick> all) {
        List<Ticks.Tick> spaced = new ArrayList<>();
        double half = 0.5 * Surface.LINE * em;
        double last = Double.POSITIVE_INFINITY;
        for (Ticks.Tick tick : all) {
            double y = py(tick.value());
            if (last - y >= Surface.LINE * em && y >= half && y + half <= surface.height()) {
                spaced.add(tick);
                last = y;
            }
        }
        return spaced;
    }

    /** From the last one back: the end of the axis matters most. All are whole. */
    private List<Caption> xLabels() {
        List<Caption> kept = new ArrayList<>();
        double y = bottom + (TICK_EM + Surface.LINE / 2) * em;
        double free = surface.width();
        for (int i = xTicks.size() - 1; i >= 0; i--) {
            String text = xTicks.get(i).label();
            double width = surface.textWidth(text);
            double from = Math.min(px(xTicks.get(i).value()) + width / 2, surface.width()) - width;
            if (from >= 0 && from + width <= free) {
                kept.add(new Caption(text, from, y, Align.LEFT));
                free = from - BETWEEN_EM * em;
            }
        }
        return kept;
    }

    private Caption title() {
        double half = surface.textWidth(plot.titles().x()) / 2;
        double middle = Math.max(half, Math.min((left + right) / 2, surface.width() - half));
        return new Caption(plot.titles().x(), middle, bottom + (TICK_EM + 1.5 * Surface.LINE) * em, Align.CENTER);
    }

    /** As wide as the names in it or the margins of the charts beside which it stands, as far as the width allows. */
    private double rightMargin() {
        double names = named().stream().mapToDouble(this::width).max().orElse(0);
        double margin = Math.min(plot.margins().right() * em, MAX_NAMES * surface.width());
        return Math.max(RIGHT_EM * em, Math.max(margin, names));
    }

    // --- names of references ---

    /** Those whose names are not too wide. */
    private List<Plot.Reference> named() {
        return plot.marks(Plot.Reference.class).stream()
                .filter(reference -> width(reference) <= MAX_NAMES * surface.width())
                .toList();
    }

    /** Of a name with the leader to it, in pixels; bold letters are wider. */
    private double width(Plot.Reference reference) {
        double widest =
                reference.name().lines().mapToDouble(surface::textWidth).max().orElse(0);
        return widest * (reference.stressed() ? 1.12 : 1) + (LEADER_EM + 0.7) * em;
    }

    private List<Name> placedNames() {
        List<Plot.Reference> shown = new ArrayList<>(named());
        shown.sort(Comparator.comparing(Plot.Reference::stressed).reversed());
        double from = Math.min(top, legend.isPresent() ? top - TOP_EM * em : 0);
        while (shown.stream().mapToDouble(this::height).sum() > bottom - from) {
            shown.remove(shown.size() - 1);
        }
        shown.sort(Comparator.comparingDouble(Plot.Reference::y).reversed());
        double[] heights = shown.stream().mapToDouble(this::height).toArray();
        double[] wanted = shown.stream()
                .mapToDouble(each -> clamped(py(each.y())) - height(each) / 2)
                .toArray();
        double[] tops = Spreading.spread(wanted, heights, from, bottom);
        List<Name> placed = new ArrayList<>();
        for (int i = 0; i < tops.length; i++) {
            placed.add(new Name(shown.get(i), tops[i], heights[i]));
        }
        return List.copyOf(placed);
    }

    private double height(Plot.Reference reference) {
        return reference.name().lines().count() * Surface.LINE * em;
    }

    private double clamped(double y) {
        return Math.max(top, Math.min(bottom, y));
    }

    /** The reference whose name is at a place. */
    public Optional<Plot.Reference> nameAt(double x, double y) {
        return names.stream()
                .filter(name -> x > right && y >= name.top() && y < name.top() + name.height())
                .map(Name::reference)
                .findFirst();
    }

    /** Which of the curves of an ink passes within half a line of a place, the nearest first; -1 for none. */
    public int curveAt(Ink ink, double x, double y) {
        List<Plot.Curve> curves = plot.marks(Plot.Curve.class).stream()
                .filter(curve -> curve.ink() == ink)
                .toList();
        int nearest = -1;
        double least = x < left || x > right ? 0 : em / 2;
        for (int i = 0; i < curves.size(); i++) {
            double distance = distance(curves.get(i), x, y);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    /** From a place up or down to a curve; infinite where it does not reach so far to either side. */
    private double distance(Plot.Curve curve, double x, double y) {
        for (int i = 1; i < curve.x().length; i++) {
            double from = px(curve.x()[i - 1]);
            double to = px(curve.x()[i]);
            if (from <= x && x <= to) {
                double share = to > from ? (x - from) / (to - from) : 0;
                return Math.abs((1 - share) * py(curve.y()[i - 1]) + share * py(curve.y()[i]) - y);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    // --- places ---

    public double px(double value) {
        return left + plot.x().at(value) * (right - left);
    }

    public double py(double value) {
        return bottom - plot.y().at(value) * (bottom - top);
    }

    /** The value on the horizontal axis under a pixel; that of the nearer end beside the plot. */
    public double valueAt(double px) {
        return plot.x().value(Math.min(1, Math.max(0, (px - left) / (right - left))));
    }

    public double left() {
        return left;
    }

    public double right() {
        return right;
    }

    public double top() {
        return top;
    }

    public double bottom() {
        return bottom;
    }

    /** Where the lines to the names begin to be level with them. */
    double nameX() {
        return right + LEADER_EM * em;
    }
}
