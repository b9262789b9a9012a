package unroll.ui.guess;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import unroll.lens.guess.Game;
import unroll.lens.guess.Game.Round;

/** The passage as far as it is known. What was guessed is underlined, and colored by how well. */
final class PassageText extends TextFlow {
    PassageText() {
        setId("guess-passage");
        getStyleClass().addAll("reading", "guess-passage");
    }

    void show(Game game) {
        List<Node> runs = new ArrayList<>();
        String shown = game.excerpt().text().text(game.excerpt().shown());
        runs.add(run("…" + shown, "guess-shown"));
        StringBuilder whole = new StringBuilder(shown);
        for (Round round : game.rounds()) {
            runs.add(run(visible(round.character()), style(round)));
            whole.appendCodePoint(round.character());
        }
        if (!game.finished()) {
            runs.add(run("▁", "guess-cursor"));
        }
        getChildren().setAll(runs);
        setAccessibleText(whole.toString());
    }

    /** So that a line end is seen and a space has a line under it. */
    private static String visible(int codePoint) {
        return codePoint == '\n' ? "↵\n" : Character.toString(codePoint);
    }

    private static String style(Round round) {
        if (!round.found()) {
            return "guess-given-up";
        }
        return round.wrong().isEmpty() ? "guess-first" : "guess-later";
    }

    private static Text run(String text, String style) {
        Text run = new Text(text);
        run.getStyleClass().add(style);
        return run;
    }
}
