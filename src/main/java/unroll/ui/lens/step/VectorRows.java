package unroll.ui.lens.step;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.cell.formula.Piece;
import unroll.cell.formula.Symbol;
import unroll.lens.step.Substituted;
import unroll.lens.step.Tour.Stop;
import unroll.lens.step.Values;

/** Every vector of a layer in the order of computation: its formula, the numbers of one unit in it, and all units as colours. */
final class VectorRows extends VBox {
    private final Focus focus;
    private final IntConsumer chosen;

    private VectorRows(Focus focus, IntConsumer chosen) {
        this.focus = focus;
        this.chosen = chosen;
        getStyleClass().add("vector-rows");
    }

    /** The way forward: the state before, then all that is worked out. */
    static VectorRows forward(Scene scene, Focus focus, IntConsumer chosen) {
        VectorRows rows = new VectorRows(focus, chosen);
        List<Stop> stops = focus.form() == Focus.Form.UNFOLDED ? scene.stops() : List.of(scene.stop());
        Values values = scene.step().values(focus.layer());
        values.symbols().stream()
                .filter(symbol -> symbol.time().equals("t-1")
                        && symbol.index().isEmpty()
                        && !symbol.base().startsWith("W"))
                .forEach(symbol -> rows.add(
                        symbol.pieces(values.ofUnit(focus.unit())), rows.strips(stops, symbol, focus.layer())));
        for (List<Piece> line : scene.step().lines(focus.layer(), focus.unit())) {
            rows.add(line, rows.strips(stops, left(line, values), focus.layer()));
        }
        return rows;
    }

    /** The way back, from what arrives at the layer's state to its pre-activations. */
    static VectorRows backward(Scene scene, Focus focus, IntConsumer chosen) {
        VectorRows rows = new VectorRows(focus, chosen);
        Values values = scene.back().values(focus.layer());
        for (List<Piece> line : scene.back().lines(focus.layer(), focus.unit())) {
            double[] vector = values.of(left(line, values));
            rows.add(line, List.of(rows.strip(vector, most(vector))));
        }
        return rows;
    }

    /** What a line gives. */
    private static Symbol left(List<Piece> line, Values values) {
        String name = line.get(0).text();
        return values.symbols().stream()
                .filter(symbol -> symbol.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing is known of %s.".formatted(name)));
    }

    private List<Strip> strips(List<Stop> stops, Symbol symbol, int layer) {
        double scale = Math.max(
                1,
                stops.stream()
                        .mapToDouble(stop -> most(stop.step().values(layer).of(symbol)))
                        .max()
                        .orElse(1));
        return stops.stream()
                .map(stop -> strip(stop.step().values(layer).of(symbol), scale))
                .toList();
    }

    private Strip strip(double[] vector, double scale) {
        return new Strip(vector, scale, focus.unit(), chosen);
    }

    private static double most(double[] vector) {
        return Arrays.stream(vector).map(Math::abs).max().orElse(0);
    }

    private void add(List<Piece> line, List<Strip> strips) {
        Label numbers = new Label(Substituted.numbers(line));
        numbers.getStyleClass().add("formula-numbers");
        numbers.setMinWidth(USE_PREF_SIZE);
        FlowPane formula = new FlowPane(new FormulaLine(line), numbers);
        formula.getStyleClass().add("formula-row");
        HBox cells = new HBox();
        cells.getStyleClass().add("strips");
        for (Node strip : strips) {
            HBox.setHgrow(strip, Priority.ALWAYS);
            cells.getChildren().add(strip);
        }
        getChildren().add(new VBox(formula, cells));
    }
}
