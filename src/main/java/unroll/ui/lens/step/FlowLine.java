package unroll.ui.lens.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import unroll.cell.formula.Symbol;
import unroll.lens.step.Substituted;
import unroll.lens.step.Values;

/** The way from what is read to the loss in a few boxes: with arrows to the right, or with the gradients' to the left. */
final class FlowLine extends FlowPane {
    private final Focus.Way way;

    /** A box. */
    private record Station(String name, String words) {}

    FlowLine(Scene scene, Focus focus) {
        way = focus.way();
        setId("flow-line");
        getStyleClass().add("flow-line");
        List<Station> stations = way == Focus.Way.FORWARD ? forward(scene, focus) : backward(scene, focus);
        for (int i = 0; i < stations.size(); i++) {
            VBox box = box(stations.get(i));
            getChildren().add(i == 0 ? box : new HBox(arrow(), box));
        }
        setAccessibleText(stations.stream()
                .map(station -> station.name() + " " + station.words())
                .collect(Collectors.joining(way == Focus.Way.FORWARD ? " → " : " ← ")));
    }

    private Label arrow() {
        Label arrow = new Label(way == Focus.Way.FORWARD ? "→" : "←");
        arrow.getStyleClass().addAll("flow-arrow", way == Focus.Way.FORWARD ? "flow-forward" : "flow-backward");
        return arrow;
    }

    private static VBox box(Station station) {
        Label words = new Label(station.words());
        words.getStyleClass().add("flow-words");
        VBox box = new VBox(FormulaLine.of(station.name()), words);
        box.getStyleClass().add("flow-box");
        return box;
    }

    private static List<Station> forward(Scene scene, Focus focus) {
        Values values = scene.step().values(focus.layer());
        List<Station> stations = new ArrayList<>();
        stations.add(
                focus.layer() == 0
                        ? new Station("x<t>", "“" + scene.input(scene.step().symbol()) + "”")
                        : new Station("a<t>", "layer %d".formatted(focus.layer())));
        for (Symbol symbol : inside(values)) {
            stations.add(new Station(
                    symbol.text(),
                    Substituted.number(values.ofUnit(focus.unit()).applyAsDouble(symbol))));
        }
        if (focus.layer() < scene.step().layers() - 1) {
            stations.add(new Station("a<t>", "to layer %d".formatted(focus.layer() + 2)));
        }
        double[] probabilities = scene.step().probabilities();
        stations.add(new Station("ŷ<t>", "%,d symbols".formatted(probabilities.length)));
        stations.add(new Station("y<t>", "“" + scene.output(scene.stop().target()) + "”"));
        stations.add(new Station("L", Substituted.number(scene.back().loss())));
        return stations;
    }

    private static List<Station> backward(Scene scene, Focus focus) {
        Values values = scene.back().values(focus.layer());
        List<Station> stations = new ArrayList<>();
        if (focus.layer() == 0) {
            stations.add(new Station("x<t>", "has none"));
        } else {
            stations.add(new Station("∂L/∂a<t>", "to layer %d".formatted(focus.layer())));
        }
        for (Symbol symbol : inside(scene.step().values(focus.layer()))) {
            stations.add(new Station(symbol.gradient().text(), size(values.of(symbol.gradient()))));
        }
        if (focus.layer() < scene.step().layers() - 1) {
            stations.add(new Station("∂L/∂a<t>", "of layer %d".formatted(focus.layer() + 2)));
        }
        stations.add(new Station("∂L/∂logits", size(scene.back().dLogits())));
        stations.add(new Station("L", Substituted.number(scene.back().loss())));
        return stations;
    }

    /** What stands between a layer's input and what it gives: one pre-activation for all, gates, state. */
    private static List<Symbol> inside(Values values) {
        return values.symbols().stream()
                .filter(symbol -> List.of("Γ", "c\u0303", "c", "a").contains(symbol.base())
                        && !symbol.time().equals("t-1"))
                .toList();
    }

    private static String size(double[] vector) {
        return "‖·‖ "
                + Substituted.number(
                        Math.sqrt(Arrays.stream(vector).map(each -> each * each).sum()));
    }
}
