package unroll.ui.guess;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import unroll.lens.guess.Game.Round;
import unroll.message.Symbols;
import unroll.ui.control.Nodes;

/** Under each character the number of guesses it took, as Shannon printed them. */
final class NumberStrip extends FlowPane {
    private List<Round> shown = List.of();

    NumberStrip() {
        setId("guess-numbers");
        getStyleClass().add("guess-numbers");
    }

    void show(List<Round> rounds) {
        int kept = rounds.subList(0, Math.min(shown.size(), rounds.size())).equals(shown) ? shown.size() : 0;
        if (kept == 0) {
            getChildren().clear();
        }
        List<Node> news = rounds.subList(kept, rounds.size()).stream()
                .map(NumberStrip::cell)
                .toList();
        getChildren().addAll(news);
        shown = rounds;
    }

    private static Node cell(Round round) {
        Label character = Nodes.styled(new Label(Symbols.mark(round.character())), "reading");
        Label number = new Label(round.found() ? Integer.toString(round.guesses()) : "–");
        number.getStyleClass().add(round.found() && round.wrong().isEmpty() ? "guess-number-first" : "guess-number");
        VBox cell = Nodes.styled(new VBox(character, number), "guess-cell");
        cell.setMinWidth(USE_PREF_SIZE);
        return cell;
    }
}
