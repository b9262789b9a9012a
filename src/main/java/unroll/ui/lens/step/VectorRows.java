package unroll.ui.lens.step;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.lens.step.FormulaValues;
import unroll.lens.step.StepFormulas;
import unroll.lens.step.StepSequence.VisitedStep;
import unroll.plot.Ink;
import unroll.plot.Surface;
import unroll.plot.Surface.Pen;
import unroll.reference.Formula.Token;
import unroll.reference.LayerTape;
import unroll.reference.Variable;
import unroll.ui.control.CanvasPane;
import unroll.ui.control.Nodes;

/** Every vector of a layer in the order of computation: its formula, the numbers of one unit in it, and all units as colors. */
final class VectorRows extends VBox {
    /** Before an operator a line may end. */
    private static final Pattern BREAKS = Pattern.compile("(?= [=+−·] )");

    private final UnitFocus focus;
    private final IntConsumer chosen;
    /** Of the steps shown side by side. */
    private final List<LayerTape> steps;

    /** What the layer begins with, then all that is worked out, to what goes on to the next step or back to the one before. */
    VectorRows(WalkthroughView view, UnitFocus focus, IntConsumer chosen) {
        this.focus = focus;
        this.chosen = chosen;
        boolean back = focus.backward();
        List<StepFormulas> all = back
                ? view.backs()
                : view.stops().stream().map(VisitedStep::step).toList();
        steps = all.stream()
                .skip(focus.unfolded() ? 0 : all.size() - 1)
                .map(step -> step.values(focus.row()))
                .toList();
        getStyleClass().add("vector-rows");
        head(view);
        StepFormulas step = all.get(all.size() - 1);
        double min = back ? 0 : 1;
        step.values(focus.row()).variables().stream()
                .filter(back ? symbol -> symbol.base().startsWith("from ") : VectorRows::isBefore)
                .forEach(symbol -> add(step.line(focus.row(), symbol, focus.unit()), min));
        (back ? step.backward(focus.row(), focus.unit()) : step.forward(focus.row(), focus.unit()))
                .forEach(line -> add(line, min));
    }

    /** Of the state before. */
    private static boolean isBefore(Variable symbol) {
        return symbol.time().equals("t-1")
                && symbol.index().isEmpty()
                && !symbol.base().startsWith("W");
    }

    /** Names the steps where there is more than one. */
    private void head(WalkthroughView view) {
        int first = view.stops().size() - steps.size();
        if (steps.size() > 1) {
            getChildren()
                    .add(strips(IntStream.range(first, view.stops().size())
                            .mapToObj(i -> view.stops().get(i))
                            .map(stop -> name(view.name(stop)))
                            .toList()));
        }
    }

    private static Label name(String words) {
        Label name = Nodes.styled(new Label(words), "step-name");
        name.setWrapText(true);
        return name;
    }

    /** @param min what has the strongest color at least */
    private void add(FormulaValues line, double min) {
        double scale = Math.max(
                min,
                steps.stream()
                        .mapToDouble(values -> most(values.of(line.symbol())))
                        .max()
                        .orElse(min));
        getChildren()
                .add(new VBox(
                        formula(line),
                        strips(steps.stream()
                                .map(values -> new VectorStrip(values.of(line.symbol()), scale, focus.unit(), chosen))
                                .toList())));
    }

    /** Letters and then numbers, in as many lines as it takes. */
    private static FlowPane formula(FormulaValues line) {
        FlowPane formula = Nodes.styled(new FlowPane(), "formula-row");
        formula.getChildren().addAll(FormulaLine.parts(line.tokens()));
        int letters = formula.getChildren().size();
        String numbers = line.numbers();
        for (String part : BREAKS.split(numbers)) {
            Label number = Nodes.styled(new Label(part), "formula-numbers");
            number.setMinWidth(USE_PREF_SIZE);
            formula.getChildren().add(number);
        }
        formula.getChildren().get(letters).getStyleClass().add("formula-first-number");
        formula.setAccessibleText(
                line.tokens().stream().map(Token::text).collect(Collectors.joining()) + ": " + numbers);
        return formula;
    }

    private static double most(double[] vector) {
        return Arrays.stream(vector).map(Math::abs).max().orElse(0);
    }

    private static HBox strips(List<? extends Region> side) {
        HBox cells = Nodes.styled(new HBox(), "strips");
        for (Region each : side) {
            each.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(each, Priority.ALWAYS);
            cells.getChildren().add(each);
        }
        return cells;
    }

    /** A vector as a row of colored cells, one a unit; one of them can be chosen by mouse. */
    private static final class VectorStrip extends CanvasPane {
        private static final double HEIGHT_EM = 1.25;

        private final double[] vector;
        private final double scale;
        private final int unit;

        /**
         * @param vector one number a unit; kept, not copied
         * @param scale what has the strongest color
         * @param unit the one that is marked
         * @param chosen gets the unit that is pressed
         */
        VectorStrip(double[] vector, double scale, int unit, IntConsumer chosen) {
            this.vector = vector;
            this.scale = scale;
            this.unit = unit;
            setHeightEm(HEIGHT_EM);
            getStyleClass().add("strip");
            setAccessibleText(String.format(
                    Locale.ROOT,
                    "%,d units; unit %,d is %s",
                    vector.length,
                    unit + 1,
                    FormulaValues.number(vector[unit])));
            setOnMousePressed(event -> chosen.accept(
                    (int) Math.max(0, Math.min(vector.length - 1, event.getX() / getWidth() * vector.length))));
        }

        @Override
        protected void draw(GraphicsContext g) {
            double cell = getWidth() / vector.length;
            Surface surface = surface(g);
            for (int i = 0; i < vector.length; i++) {
                int color = palette().diverging(scale == 0 ? 0 : vector[i] / scale);
                surface.fill(i * cell, 0, i * cell + Math.ceil(cell * 10) / 10 + 0.5, getHeight(), color);
            }
            surface.frame(0.5, 0.5, getWidth() - 0.5, getHeight() - 0.5, Pen.thin(Ink.GRID));
            double left = Math.max(1, unit * cell - 1);
            surface.frame(left, 1, left + Math.max(4, cell + 1), getHeight() - 1, Pen.solid(Ink.TEXT, 1 / 7.0));
        }
    }
}
