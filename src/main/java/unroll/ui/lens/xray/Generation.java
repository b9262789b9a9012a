package unroll.ui.lens.xray;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import unroll.lens.xray.CopiedPassage;
import unroll.message.Wording;
import unroll.ui.control.Labels;
import unroll.ui.lens.ShadedText;

/** One text of a family: the first one, or a fork of the one above it. */
final class Generation extends VBox {
    private final GeneratedText written;
    private final String title;
    private final ShadedText text;
    private final Label copied = Labels.hint("Looking for passages copied from the corpus …");

    /** @param title what it is */
    Generation(GeneratedText written, String title) {
        this.written = written;
        this.title = title;
        getStyleClass().add("fields");
        text = new ShadedText("xrayed-text", written::reading);
        copied.setId("copied-words");
        text.show(written.shading(Optional.empty()));
        getChildren().addAll(Labels.wrapped(title), copied, text);
    }

    GeneratedText written() {
        return written;
    }

    /** @param chosen gets the index of a written character that was pressed */
    void onChoice(IntConsumer chosen) {
        text.onChoice(index -> {
            if (index >= written.primeLength()) {
                chosen.accept(index - written.primeLength());
            }
        });
    }

    /** Chooses the character that the model expected least. */
    void chooseMostSurprising() {
        IntStream.range(0, written.text().symbols().size())
                .boxed()
                .min(Comparator.comparingDouble(index -> written.drawn(index).probability()))
                .ifPresent(index -> text.choose(written.primeLength() + index));
    }

    /** @param match the longest passage that stands in the corpus word for word */
    void showCopy(Optional<CopiedPassage> match) {
        copied.setText(match.map(found -> String.format(
                        Locale.ROOT,
                        "The longest copy, underlined: %s copied from position %,d of the text.",
                        Wording.count(found.length(), "character"),
                        found.place() + 1))
                .orElse("Nothing in it is copied from the text."));
        text.show(written.shading(match));
    }

    /** @param sentence says why nobody can tell */
    void refuseCopy(String sentence) {
        copied.setText(sentence);
    }

    /** Makes it the parent of a fork: pale, and with a button to come back to it. */
    void becomeParent(Runnable resume) {
        Button button = new Button("Go on from this one");
        button.getStyleClass().add("found-unit");
        button.setOnAction(event -> resume.run());
        FlowPane head = new FlowPane(Labels.wrapped(title), button);
        head.getStyleClass().add("unit-choice");
        text.setId("parent-text");
        text.setOpacity(0.75);
        text.hideTip();
        text.onChoice(index -> {});
        getChildren().setAll(head, text);
    }
}
