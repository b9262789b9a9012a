package unroll.ui.lens.xray;

import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import unroll.lens.xray.DrawnSymbol;
import unroll.lens.xray.DrawnSymbol.LimitEffect;
import unroll.lens.xray.DrawnSymbol.ProbabilityShift;
import unroll.message.Formats;
import unroll.message.Symbols;
import unroll.ui.control.Labels;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Term;
import unroll.ui.control.Tips;
import unroll.ui.lens.Shading;
import unroll.ui.lens.SignedBar;

/** How one character came to be drawn: the symbols that might have been, before and after the limits, and what each limit did. */
final class CharacterPane extends VBox {
    private final IntConsumer fork;

    /**
     * @param index of the character in what was written
     * @param fork gets the symbol that is to stand there instead
     */
    CharacterPane(GeneratedText written, int index, IntConsumer fork) {
        this.fork = fork;
        setId("character-pane");
        getStyleClass().add("fields");
        DrawnSymbol drawn = written.drawn(index);
        Label heading = Labels.hint(heading(written, index, drawn));
        heading.setId("character-words");
        getChildren().addAll(heading, Term.ENTROPY.label());
        for (LimitEffect effect : drawn.effects()) {
            getChildren()
                    .add(Labels.hint(effect.sentence(written.text().request().settings())));
        }
        getChildren().add(bars(written, drawn));
    }

    private static String heading(GeneratedText written, int index, DrawnSymbol drawn) {
        String chosen = drawn.drawnWith() == 0
                ? "The limits forbade it; it was put there by hand."
                : "It was sampled with probability %s.".formatted(Formats.number(drawn.drawnWith()));
        return String.format(
                Locale.ROOT,
                "Character %,d: “%s”. The model gave it %s, rank %,d; entropy %.2f nats. %s",
                index + 1,
                visible(written, drawn.symbol()),
                Formats.number(drawn.probability()),
                drawn.rank(),
                drawn.entropy(),
                chosen);
    }

    private static String visible(GeneratedText written, int symbol) {
        return Symbols.visible(written.vocabulary().codePoint(symbol));
    }

    private GridPane bars(GeneratedText written, DrawnSymbol drawn) {
        GridPane bars = new GridPane();
        bars.setId("distribution");
        bars.getStyleClass().add("output-rows");
        bars.getColumnConstraints().addAll(new ColumnConstraints(), RowLayouts.wide());
        Label head = Labels.wrapped("Gray: before the limits. Color: after.");
        head.getStyleClass().add("field-label");
        bars.add(head, 0, 0, 3, 1);
        for (ProbabilityShift bar : drawn.bars()) {
            Label numbers = new Label(Formats.fixed(bar.before(), 3) + " → " + Formats.fixed(bar.after(), 3));
            numbers.setMinWidth(USE_PREF_SIZE);
            bars.addRow(
                    bars.getRowCount(),
                    choice(written, bar.symbol(), bar.symbol() == drawn.symbol()),
                    new SignedBar(Shading.ShadingScale.SEQUENTIAL, bar.before(), bar.after()),
                    numbers);
        }
        return bars;
    }

    /** The symbol itself, to be pressed for a fork; what stands there already leads nowhere. */
    private Button choice(GeneratedText written, int symbol, boolean isWritten) {
        String name = visible(written, symbol);
        Button choice = new Button(isWritten ? "▶ " + name : name);
        choice.setDisable(isWritten);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setMinWidth(USE_PREF_SIZE);
        choice.getStyleClass().addAll("reading", "fork-choice");
        choice.setUserData(symbol);
        choice.setOnAction(event -> fork.accept(symbol));
        return Tips.on(choice, "Puts “%s” here and writes on from it, with the same random numbers.".formatted(name));
    }
}
