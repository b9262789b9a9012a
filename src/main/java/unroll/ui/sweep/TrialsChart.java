package unroll.ui.sweep;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import unroll.plot.ParallelPlot;
import unroll.plot.ParallelPlot.Brush;
import unroll.sweep.SweepPlan;
import unroll.sweep.SweepTable;
import unroll.ui.control.PointableCanvas;

/** Parallel coordinates of the trials: a drag along an axis brushes it, a click there takes the brush away, a click on a line picks it. */
final class TrialsChart extends PointableCanvas {
    private static final double REACH_EM = 0.6;
    private static final double MIN_BRUSH = 0.01;

    private final ObjectProperty<SweepTable.@Nullable Entry> chosen = new SimpleObjectProperty<>();
    private final Map<Integer, Brush> brushes = new HashMap<>();
    private final Consumer<SweepTable.Entry> picked;
    private final Runnable brushed;
    private @Nullable TrialPlot plot;
    private List<SweepTable.Entry> entries = List.of();
    private @Nullable SweepPlan plan;
    private SweepTable.@Nullable Entry pointed;
    private int dragged = -1;
    private double dragFrom;

    /**
     * @param picked gets the trial that is chosen
     * @param brushed runs when other trials are within the brushes
     */
    TrialsChart(Consumer<SweepTable.Entry> picked, Runnable brushed) {
        super("sweep-chart");
        this.picked = picked;
        this.brushed = brushed;
        getStyleClass().add("chart-view");
        setTitle("Trials as lines across the settings that differ, and their loss.");
        hint("Every trial becomes a line here when it has ended.");
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        setOnMouseDragged(this::drag);
        setOnMouseClicked(this::click);
        chosen.subscribe(entry -> redraw());
    }

    /** The trial that stands out while none is pointed at, or null. */
    ObjectProperty<SweepTable.@Nullable Entry> chosenProperty() {
        return chosen;
    }

    /** Shows trials; the brushes stay while they are those of the same plan. */
    void show(SweepPlan of, List<SweepTable.Entry> all) {
        if (!of.equals(plan)) {
            brushes.clear();
            pointed = null;
        }
        plan = of;
        entries = all;
        plot = new TrialPlot(of, all);
        hint(all.isEmpty() ? "Every trial becomes a line here when it has ended." : "");
        redraw();
    }

    boolean isWithin(SweepTable.Entry entry) {
        TrialPlot shown = plot;
        return shown == null || shown.isWithin(entry, brushes);
    }

    private ParallelPlot.ColumnLayout layout(TrialPlot shown) {
        return shown.layout(getWidth(), getHeight(), em());
    }

    private void press(MouseEvent event) {
        TrialPlot shown = plot;
        dragged = shown == null ? -1 : layout(shown).columnAt(event.getX()).orElse(-1);
        dragFrom = shown == null ? 0 : layout(shown).at(event.getY());
    }

    private void drag(MouseEvent event) {
        TrialPlot shown = plot;
        if (shown == null || dragged < 0) {
            return;
        }
        double to = layout(shown).at(event.getY());
        if (Math.abs(to - dragFrom) >= MIN_BRUSH) {
            brushes.put(dragged, new Brush(Math.min(dragFrom, to), Math.max(dragFrom, to)));
            brushed();
        }
    }

    private void click(MouseEvent event) {
        if (!event.isStillSincePress()) {
            return;
        }
        if (dragged >= 0 && brushes.remove(dragged) != null) {
            brushed();
        } else if (dragged < 0) {
            pick();
        }
    }

    private void brushed() {
        redraw();
        brushed.run();
    }

    @Override
    protected void pointAt(double x, double y) {
        TrialPlot shown = plot;
        if (shown != null) {
            point(shown.nearest(layout(shown), x, y, REACH_EM * em(), brushes), x, y);
        }
    }

    private void point(SweepTable.@Nullable Entry entry, double x, double y) {
        if (entry != pointed) {
            pointed = entry;
            redraw();
        }
        showTip(entry == null ? "" : TrialPlot.words(entry), x, y);
    }

    @Override
    protected void pointNowhere() {
        point(null, 0, 0);
    }

    /** To the next trial by its loss, the best first. */
    @Override
    protected void move(int across, int down) {
        TrialPlot shown = plot;
        List<SweepTable.Entry> inOrder = entries.stream()
                .filter(this::isWithin)
                .sorted(Comparator.comparingDouble(SweepTable.Entry::loss))
                .toList();
        if (shown != null && !inOrder.isEmpty()) {
            int at = pointed == null ? -1 : inOrder.indexOf(pointed);
            SweepTable.Entry next = inOrder.get(at < 0 ? 0 : Math.floorMod(at + across - down, inOrder.size()));
            ParallelPlot.ColumnLayout layout = layout(shown);
            point(next, layout.x(layout.columns() - 1), layout.y(shown.end(next)));
        }
    }

    @Override
    protected boolean pick() {
        SweepTable.Entry entry = pointed;
        if (entry != null) {
            picked.accept(entry);
        }
        return entry != null;
    }

    @Override
    protected void draw(GraphicsContext g) {
        TrialPlot shown = plot;
        if (shown != null && !entries.isEmpty()) {
            shown.plot(brushes, pointed == null ? chosen.get() : pointed).paint(surface(g), brushes);
        }
    }
}
