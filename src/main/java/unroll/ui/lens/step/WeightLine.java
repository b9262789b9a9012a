package unroll.ui.lens.step;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import unroll.lens.step.FormulaValues;
import unroll.lens.step.StepFormulas.ProductTerm;
import unroll.ui.control.Nodes;

/** The weights that lead into one unit and matter most at a step, each with its name and number. */
final class WeightLine extends VBox {
    private static final int SHOWN = 6;

    private final WalkthroughView view;
    private final UnitFocus focus;
    private final FlowPane weights = Nodes.styled(new FlowPane(), "weights");

    WeightLine(WalkthroughView view, UnitFocus focus) {
        this.view = view;
        this.focus = focus;
        setId("weight-line");
        String title = focus.backward()
                ? "Largest ∂L/∂ weight into unit %d, as far as this step has a part in it:"
                : "Largest terms of the sums of unit %d:";
        Label words = Nodes.styled(new Label(String.format(Locale.ROOT, title, focus.unit() + 1)), "field-label");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(words, weights);
        if (focus.backward()) {
            view.back()
                    .largestWeights(focus.row(), focus.unit(), SHOWN)
                    .forEach(weight -> add(weight.term(), FormulaValues.number(weight.gradient())));
            if (weights.getChildren().isEmpty()) {
                weights.getChildren().add(new Label("all 0"));
            }
        } else {
            view.step()
                    .largestTerms(focus.row(), focus.unit(), SHOWN)
                    .forEach(term -> add(
                            term,
                            FormulaValues.number(term.weight()) + " · " + FormulaValues.number(term.value()) + " = "
                                    + FormulaValues.number(term.product())));
        }
    }

    private void add(ProductTerm term, String words) {
        Label number = Nodes.styled(new Label(words), "formula-numbers");
        String name = String.format(Locale.ROOT, "%s[%d, %s]", term.matrix(), focus.unit() + 1, from(term));
        HBox pair = Nodes.styled(new HBox(FormulaLine.of(name), number), "weight");
        pair.setAccessibleText(name + " " + number.getText());
        weights.getChildren().add(pair);
    }

    /** The number of a unit, or the symbol. */
    private String from(ProductTerm term) {
        int directions = view.step().directions();
        if (term.ofInput() && focus.row() < directions) {
            return "“" + view.input(term.from()) + "”";
        }
        int unit = term.from() % view.hidden() + 1;
        return term.ofInput() && directions > 1
                ? (term.from() < view.hidden() ? "→" : "←") + unit
                : String.valueOf(unit);
    }
}
