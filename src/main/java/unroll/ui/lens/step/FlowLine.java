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

/** The way from what is read to the loss in a few boxes: with arrows to the right, or with the gradients' to the left. */
final class FlowLine extends FlowPane {
    private final WalkthroughView scene;
    private final UnitFocus focus;

    /** A box. */
    private record Station(String name, String words) {}

    FlowLine(WalkthroughView scene, UnitFocus focus) {
        this.scene = scene;
        this.focus = focus;
        setId("flow-line");
        getStyleClass().add("flow-line");
        boolean forward = focus.pass() == UnitFocus.Pass.FORWARD;
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
        Label arrow = new Label(sign);
        arrow.getStyleClass().addAll("flow-arrow", sign.equals("→") ? "flow-forward" : "flow-backward");
        return arrow;
    }

    private static VBox box(Station station) {
        Label words = new Label(station.words());
        words.getStyleClass().add("flow-words");
        VBox box = new VBox(FormulaLine.of(station.name()), words);
        box.getStyleClass().add("flow-box");
        return box;
    }

    private int layer() {
        return focus.row() / scene.step().directions();
    }

    private boolean isTop() {
        return focus.row() >= scene.step().rows() - scene.step().directions();
    }

    private List<Station> forward() {
        LayerTape values = scene.step().values(focus.row());
        List<Station> stations = new ArrayList<>();
        stations.add(
                layer() == 0
                        ? new Station("x<t>", "“" + scene.input(scene.step().symbol()) + "”")
                        : new Station("a<t>", String.format(Locale.ROOT, "layer %d", layer())));
        for (Variable symbol : inside(values)) {
            stations.add(new Station(
                    symbol.text(),
                    FormulaValues.number(values.ofUnit(focus.unit()).applyAsDouble(symbol))));
        }
        if (!isTop()) {
            stations.add(new Station("a<t>", String.format(Locale.ROOT, "to layer %d", layer() + 2)));
        }
        if (scene.step().gives()) {
            stations.add(new Station(
                    "ŷ<t>",
                    String.format(Locale.ROOT, "%,d symbols", scene.step().logits().length)));
        }
        if (scene.stop().asked()) {
            stations.add(new Station("y<t>", "“" + scene.output(scene.stop().target()) + "”"));
            stations.add(new Station(
                    "L<t>",
                    FormulaValues.number(
                            -Math.log(scene.step().probabilities()[scene.stop().target()]))));
        }
        return stations;
    }

    private List<Station> backward() {
        LayerTape values = scene.back().values(focus.row());
        List<Station> stations = new ArrayList<>();
        if (layer() == 0) {
            stations.add(new Station("x<t>", "no gradient"));
        } else {
            stations.add(new Station("∂L/∂a<t>", String.format(Locale.ROOT, "to layer %d", layer())));
        }
        for (Variable symbol : inside(scene.step().values(focus.row()))) {
            stations.add(new Station(symbol.gradient().text(), size(values.of(symbol.gradient()))));
        }
        if (!isTop()) {
            stations.add(new Station("∂L/∂a<t>", String.format(Locale.ROOT, "of layer %d", layer() + 2)));
        }
        if (scene.back().target() != Batch.NO_TARGET) {
            stations.add(new Station("∂L/∂logits", size(scene.back().dLogits())));
            stations.add(new Station("L<t>", FormulaValues.number(scene.back().loss())));
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
