package unroll.ui.lens.step;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import unroll.lens.step.FormulaValues;
import unroll.lens.step.StepSequence.SymbolDraw;
import unroll.task.Batch;
import unroll.ui.control.Labels;
import unroll.ui.control.RowLayouts;
import unroll.ui.lens.Shading;
import unroll.ui.lens.SignedBar;

/** The likeliest symbols as bars: what the softmax makes of the logits, or the gradient of the loss there. */
final class OutputRows extends GridPane {
    private static final int SHOWN = 6;

    private final WalkthroughView view;

    /** @param view at a step that gives something */
    OutputRows(WalkthroughView view, UnitFocus.Pass pass) {
        this.view = view;
        setId("output-rows");
        getStyleClass().add("output-rows");
        getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints(), RowLayouts.wide());
        if (pass == UnitFocus.Pass.FORWARD) {
            forward();
        } else {
            backward();
        }
    }

    private void forward() {
        double[] logits = view.step().logits();
        double[] probabilities = view.step().probabilities();
        head(followedBy(title("softmax:"), FormulaLine.of("ŷ<t>")));
        for (int symbol : shown()) {
            boolean drawn =
                    view.stop().draw().filter(draw -> draw.symbol() == symbol).isPresent();
            String words = String.format(Locale.ROOT, "%.3f", probabilities[symbol]);
            row(
                    symbol,
                    logits[symbol],
                    new SignedBar(Shading.ShadingScale.SEQUENTIAL, probabilities[symbol]),
                    new Label(drawn ? words + " ◀ drawn" : words));
        }
        Label words =
                Labels.hint(view.stop().draw().map(this::words).orElse("Nothing is asked here, so nothing is drawn."));
        words.setId("draw-words");
        add(words, 0, getRowCount(), REMAINING, 1);
    }

    private String words(SymbolDraw draw) {
        return String.format(
                Locale.ROOT,
                "The draw: laid end to end, “%s” reaches from %.3f to %.3f, and the random number is %.3f.",
                view.output(draw.symbol()),
                draw.from(),
                draw.to(),
                draw.random());
    }

    private void backward() {
        double[] logits = view.step().logits();
        double[] gradient = view.back().dLogits();
        head(FormulaLine.of("∂L/∂logit = ŷ<t> − y<t>"));
        for (int symbol : shown()) {
            String number = FormulaValues.number(gradient[symbol]);
            row(
                    symbol,
                    logits[symbol],
                    new SignedBar(Shading.ShadingScale.DIVERGING, gradient[symbol]),
                    symbol == view.back().target()
                            ? followedBy(new Label(number + " ◀"), FormulaLine.of("y<t>"))
                            : new Label(number));
        }
    }

    /** The likeliest, and those that matter even if they are unlikely. */
    private List<Integer> shown() {
        double[] probabilities = view.step().probabilities();
        Stream<Integer> likeliest = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(symbol -> -probabilities[symbol]))
                .limit(SHOWN);
        Stream<Integer> others = Stream.concat(
                view.stop().draw().map(SymbolDraw::symbol).stream(),
                Stream.of(view.stop().target()).filter(target -> target != Batch.NO_TARGET));
        return Stream.concat(likeliest, others).distinct().toList();
    }

    /** @param quantity what the bars show */
    private void head(Node quantity) {
        addRow(0, title("symbol"), title("logit"), quantity);
    }

    private static Label title(String words) {
        Label title = new Label(words);
        title.getStyleClass().add("field-label");
        title.setMinWidth(USE_PREF_SIZE);
        return title;
    }

    private static Label followedBy(Label words, FormulaLine quantity) {
        words.setGraphic(quantity);
        words.setContentDisplay(ContentDisplay.RIGHT);
        return words;
    }

    private void row(int symbol, double logit, SignedBar bar, Label number) {
        Label name = new Label(view.output(symbol));
        name.getStyleClass().add("reading");
        Label value = new Label(FormulaValues.number(logit));
        for (Label label : List.of(name, value, number)) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        addRow(getRowCount(), name, value, bar, number);
    }
}
