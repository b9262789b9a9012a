package unroll.ui.guess;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.lens.guess.Game;
import unroll.message.Symbols;

/** A key for each symbol of the text, for a pointer instead of a keyboard. */
final class SymbolKeys extends FlowPane {
    /** Of a text with more symbols the most frequent are shown. */
    private static final int MAX_KEYS = 150;

    private final IntConsumer guess;
    private @Nullable Corpus text;

    SymbolKeys(IntConsumer guess) {
        this.guess = guess;
        setId("guess-keys");
        getStyleClass().add("guess-keys");
    }

    void show(Game game) {
        Corpus now = game.excerpt().text();
        if (now != text) {
            text = now;
            getChildren().setAll(frequent(now).stream().map(this::key).toList());
        }
        List<Integer> tried = game.wrong();
        getChildren()
                .forEach(key ->
                        key.setDisable(game.finished() || key.getUserData() instanceof Integer c && tried.contains(c)));
    }

    /** In the order of their code points. */
    private static List<Integer> frequent(Corpus text) {
        long[] counts = text.frequencies();
        return IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer symbol) -> counts[symbol])
                        .reversed())
                .limit(MAX_KEYS)
                .map(symbol -> text.vocabulary().codePoint(symbol))
                .sorted()
                .toList();
    }

    private Button key(int codePoint) {
        Button key = new Button(Symbols.mark(codePoint));
        key.getStyleClass().add("guess-key");
        key.setMnemonicParsing(false);
        key.setUserData(codePoint);
        key.setAccessibleText(Symbols.visible(codePoint));
        // The keyboard stays with the field, which takes any symbol.
        key.setFocusTraversable(false);
        key.setOnAction(event -> guess.accept(codePoint));
        return key;
    }
}
