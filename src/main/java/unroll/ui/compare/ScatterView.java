package unroll.ui.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import unroll.session.report.ReportColumn;
import unroll.session.report.RunRow;
import unroll.ui.chart.Palette;
import unroll.ui.compare.Scatter.Dot;

/** A scatter that says which run a dot is: under the pointer, or chosen by a click, the arrow keys or the table. */
final class ScatterView extends Region {
    private static final double REACH_EM = 1.2;
    private static final String EMPTY = "No run has both of these numbers. Choose others above.";

    private final Canvas canvas = new Canvas();
    private final Label bubble = new Label();
    private final Label hint = new Label(EMPTY);
    private final ObjectProperty<@Nullable RunRow> chosen = new SimpleObjectProperty<>();
    private Palette palette = Palette.LIGHT;
    private @Nullable Scatter shown;
    private @Nullable Dot pointed;

    ScatterView() {
        setId("compare-chart");
        getStyleClass().add("chart-view");
        bubble.setId("compare-bubble");
        bubble.getStyleClass().add("chart-bubble");
        bubble.setMouseTransparent(true);
        bubble.setVisible(false);
        hint.getStyleClass().add("chart-hint");
        hint.setMouseTransparent(true);
        getChildren().addAll(canvas, bubble, hint);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Runs as dots");
        setFocusTraversable(true);
        setOnMouseMoved(event -> point(nearest(event)));
        setOnMouseExited(event -> point(null));
        setOnMousePressed(this::choose);
        setOnKeyPressed(this::walk);
        chosen.subscribe(run -> paint());
        bubble.fontProperty().subscribe(font -> requestLayout());
    }

    /** The run that is ringed, or null. */
    ObjectProperty<@Nullable RunRow> chosenProperty() {
        return chosen;
    }

    void show(Optional<Scatter> scatter) {
        shown = scatter.orElse(null);
        hint.setVisible(scatter.isEmpty());
        point(null);
        paint();
    }

    void palette(Palette now) {
        palette = now;
        paint();
    }

    Palette palette() {
        return palette;
    }

    private @Nullable Dot nearest(MouseEvent event) {
        Scatter scatter = shown;
        if (scatter == null) {
            return null;
        }
        ScatterPainter painter = painter(scatter);
        Dot best = null;
        double least = REACH_EM * bubble.getFont().getSize();
        for (Dot dot : scatter.dots()) {
            double distance = Math.hypot(painter.px(dot) - event.getX(), painter.py(dot) - event.getY());
            if (distance < least) {
                least = distance;
                best = dot;
            }
        }
        return best;
    }

    private void choose(MouseEvent event) {
        requestFocus();
        Dot dot = nearest(event);
        if (dot != null) {
            chosen.set(dot.run());
        }
    }

    private void walk(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> walk(-1, event);
            case RIGHT -> walk(1, event);
            case ESCAPE -> point(null);
            default -> {}
        }
    }

    /** To the next dot along the foot. */
    private void walk(int stride, KeyEvent event) {
        Scatter scatter = shown;
        if (scatter == null) {
            return;
        }
        List<Dot> dots = scatter.dots().stream()
                .sorted(Comparator.comparingDouble(Dot::x).thenComparingDouble(Dot::y))
                .toList();
        int at = pointed == null ? (stride > 0 ? -1 : 0) : dots.indexOf(pointed);
        Dot next = dots.get(Math.floorMod(at + stride, dots.size()));
        chosen.set(next.run());
        point(next);
        event.consume();
    }

    private void point(@Nullable Dot dot) {
        pointed = dot;
        bubble.setVisible(dot != null);
        Scatter scatter = shown;
        if (dot == null || scatter == null) {
            return;
        }
        bubble.setText(words(scatter, dot));
        setAccessibleText(bubble.getText());
        ScatterPainter painter = painter(scatter);
        double gap = 0.9 * bubble.getFont().getSize();
        double width = bubble.prefWidth(-1);
        double height = bubble.prefHeight(-1);
        double x = painter.px(dot);
        double left = x + gap + width <= getWidth() ? x + gap : x - gap - width;
        double top = Math.min(painter.py(dot) + gap, getHeight() - height);
        bubble.resizeRelocate(Math.max(0, left), Math.max(0, top), width, height);
    }

    private static String words(Scatter scatter, Dot dot) {
        RunRow run = dot.run();
        String name = run.text(ReportColumn.NAME).isBlank() ? "(no name)" : run.text(ReportColumn.NAME);
        return "%s · %s%n%s %s%n%s %s"
                .formatted(
                        name,
                        run.text(ReportColumn.CELL),
                        scatter.across().title(),
                        run.text(scatter.across()),
                        scatter.up().title(),
                        run.text(scatter.up()));
    }

    private ScatterPainter painter(Scatter scatter) {
        return new ScatterPainter(scatter, bubble.getFont(), getWidth(), getHeight());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        hint.resizeRelocate(0, 0, getWidth(), getHeight());
        point(pointed);
        paint();
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        Scatter scatter = shown;
        if (scatter != null) {
            painter(scatter).paint(g, palette, chosen.get());
        }
    }
}
