package unroll.ui.lens.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import unroll.lens.step.FormulaValues;
import unroll.reference.LayerTape;
import unroll.reference.Variable;
import unroll.task.Batch;
import unroll.ui.control.Nodes;

/** The way from what is read to the loss in a few boxes: with arrows to the right, or with the gradients' to the left. */
final class FlowLine extends FlowPane {
    private final WalkthroughView view;
    private final UnitFocus focus;

    /** A box. */
    private record Station(String name, String words) {}

    FlowLine(WalkthroughView view, UnitFocus focus) {
        this.view = view;
        this.focus = focus;
        setId("flow-line");
        getStyleClass().add("flow-line");
        boolean forward = !focus.backward();
        List<Station> stations = forward ? forward() : backward();
        for (int i = 0; i < stations.size(); i++) {
            VBox box = box(stations.get(i));
            getChildren().add(i == 0 ? box : new HBox(arrow(forward ? "→" : "←"), box));
        }
        setAccessibleText(stations.stream()
                .map(station -> station.name() + " " + station.words())
                .collect(Collectors.joining(forward ? " → " : " ← ")));
    }

    private static Label arrow(String sign) {
        return Nodes.styled(new Label(sign), "flow-arrow", sign.equals("→") ? "flow-forward" : "flow-backward");
    }

    private static VBox box(Station station) {
        Label words = Nodes.styled(new Label(station.words()), "flow-words");
        return Nodes.styled(new VBox(FormulaLine.of(station.name()), words), "flow-box");
    }

    private int layer() {
        return focus.row() / view.step().directions();
    }

    private boolean isTop() {
        return focus.row() >= view.step().layers().size() - view.step().directions();
    }

    private List<Station> forward() {
        LayerTape values = view.step().values(focus.row());
        List<Station> stations = new ArrayList<>();
        stations.add(
                layer() == 0
                        ? new Station(
                                "x<t>", "“" + view.input(view.step().reference().symbol()) + "”")
                        : new Station("a<t>", String.format(Locale.ROOT, "layer %d", layer())));
        for (Variable symbol : inside(values)) {
            stations.add(new Station(
                    symbol.text(),
                    FormulaValues.number(values.ofUnit(focus.unit()).applyAsDouble(symbol))));
        }
        if (!isTop()) {
            stations.add(new Station("a<t>", String.format(Locale.ROOT, "to layer %d", layer() + 2)));
        }
        if (view.step().reference().gives()) {
            stations.add(new Station(
                    "ŷ<t>",
                    String.format(
                            Locale.ROOT, "%,d symbols", view.step().reference().logits().length)));
        }
        if (view.stop().asked()) {
            stations.add(new Station("y<t>", "“" + view.output(view.stop().target()) + "”"));
            stations.add(new Station(
                    "L<t>",
                    FormulaValues.number(-Math.log(
                            view.step().reference().probabilities()[view.stop().target()]))));
        }
        return stations;
    }

    private List<Station> backward() {
        LayerTape values = view.back().values(focus.row());
        List<Station> stations = new ArrayList<>();
        if (layer() == 0) {
            stations.add(new Station("x<t>", "no gradient"));
        } else {
            stations.add(new Station("∂L/∂a<t>", String.format(Locale.ROOT, "to layer %d", layer())));
        }
        for (Variable symbol : inside(view.step().values(focus.row()))) {
            stations.add(new Station(symbol.gradient().text(), size(values.of(symbol.gradient()))));
        }
        if (!isTop()) {
            stations.add(new Station("∂L/∂a<t>", String.format(Locale.ROOT, "of layer %d", layer() + 2)));
        }
        if (view.back().target() != Batch.NO_TARGET) {
            stations.add(new Station("∂L/∂logits", size(view.back().reference().dLogits())));
            stations.add(new Station("L<t>", FormulaValues.number(view.back().loss())));
        }
        return stations;
    }

    /** What stands between a layer's input and what it gives: one pre-activation for all, gates, state. */
    private static List<Variable> inside(LayerTape values) {
        return values.variables().stream()
                .filter(symbol -> List.of("Γ", "c\u0303", "c", "a").contains(symbol.base())
                        && !symbol.time().equals("t-1"))
                .toList();
    }

    private static String size(double[] vector) {
        return "‖·‖ "
                + FormulaValues.number(
                        Math.sqrt(Arrays.stream(vector).map(each -> each * each).sum()));
    }
}
