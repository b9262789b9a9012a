package unroll.ui.guess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.lens.guess.Game;
import unroll.lens.guess.Game.PlayerScore;
import unroll.lens.guess.Game.Round;
import unroll.lens.guess.ModelPlayer;
import unroll.lens.guess.ModelPlayer.Forecast;
import unroll.lens.ngram.NGramLosses;
import unroll.lens.ngram.NGramModel;
import unroll.message.Symbols;
import unroll.ui.control.Labels;
import unroll.ui.control.Scrolling;
import unroll.ui.control.Tips;

/** All players with how well they guess, and what each had guessed of the last character. */
final class Scoreboard extends VBox {
    private static final int CLASS = 0;
    private static final int NETWORK = 1;

    private final BooleanProperty foretelling = new SimpleBooleanProperty();
    private final GridPane grid = new GridPane();
    private final List<Row> rows = new ArrayList<>();
    private final Label bounds = Labels.hint("");
    private GuessPage.@Nullable ClassGame match;

    /** The labels of a player. */
    private record Row(Label name, Label bits, Label first, Label guess, Label right, Label next) {
        List<Label> labels() {
            return List.of(name, bits, first, guess, right, next);
        }
    }

    Scoreboard() {
        getStyleClass().add("guess-board");
        grid.getStyleClass().add("guess-scores");
        heading(
                0,
                "Player",
                "The class, the network as it was taken last, and n-grams: tables of what followed the last characters in the training part.");
        heading(
                1,
                "Bits per\ncharacter",
                "What a character costs on the average: −log₂ of the probability the player gave it. The class's comes from its numbers of guesses: "
                        + "a code that learns how often it needs 1, 2, 3 … of them. A twin who guesses alike could read the text out of that code.");
        heading(2, "First guess\nright", "How often the player's first guess was the right one.");
        heading(3, "Top\nguess", "The first guess for the last character, and how sure the player was of it.");
        heading(4, "p(correct)", "How probable the last character was to the player; how many guesses the class took.");
        Label next = heading(5, "Next", "What the machines guess for the character that is asked now.");
        next.visibleProperty().bind(foretelling);
        next.managedProperty().bind(foretelling);
        row("class", "Class");
        row("network", "Network");
        IntStream.rangeClosed(1, NGramModel.HIGHEST).forEach(order -> row(order + "-gram", NGramLosses.name(order)));
        bounds.setId("guess-bounds");
        Tips.on(
                bounds,
                "From the shares of 1, 2, 3 … guesses, after C. E. Shannon, “Prediction and entropy of printed English” (1951). "
                        + "Both are too low while there are few characters.");
        getChildren().addAll(scrolling(grid), bounds);
        foretelling.subscribe(this::refresh);
    }

    /** In a narrow column only the table moves, not the whole page. */
    private static ScrollPane scrolling(GridPane grid) {
        ScrollPane pane = Scrolling.changing(new ScrollPane(grid));
        pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setMinWidth(0);
        pane.setMinHeight(USE_PREF_SIZE);
        pane.setFocusTraversable(false);
        pane.getStyleClass().add("edge-to-edge");
        return pane;
    }

    private Label heading(int column, String title, String tip) {
        Label heading = Tips.on(new Label(title), tip);
        heading.setMinWidth(USE_PREF_SIZE);
        heading.getStyleClass().add("field-label");
        grid.add(heading, column, 0);
        return heading;
    }

    private void row(String id, String name) {
        Row row = new Row(new Label(name), new Label(), new Label(), new Label(), new Label(), new Label());
        row.bits.setId("guess-bits-" + id);
        row.first.setId("guess-first-" + id);
        row.guess.setId("guess-last-" + id);
        row.next.setId("guess-next-" + id);
        row.next.visibleProperty().bind(foretelling);
        row.next.managedProperty().bind(foretelling);
        rows.add(row);
        row.labels().forEach(label -> label.setMinWidth(USE_PREF_SIZE));
        grid.addRow(rows.size(), row.labels().toArray(Label[]::new));
    }

    /** Whether the machines' guesses for the next character are shown. */
    BooleanProperty foretellingProperty() {
        return foretelling;
    }

    /** Shows a match as it stands; null empties the board. */
    void show(GuessPage.@Nullable ClassGame now) {
        match = now;
        refresh();
    }

    private void refresh() {
        rows.forEach(row -> row.labels().subList(1, row.labels().size()).forEach(label -> label.setText("–")));
        bounds.setText("");
        GuessPage.ClassGame now = match;
        if (now != null) {
            List<PlayerScore> scores = new ArrayList<>();
            scores.add(showClass(now.game()));
            scores.add(showMachine(rows.get(NETWORK), now.network(), now.game()));
            for (int i = 0; i < now.nGrams().size(); i++) {
                scores.add(showMachine(rows.get(NETWORK + 1 + i), now.nGrams().get(i), now.game()));
            }
            embolden(scores);
            showBounds(now.game());
        }
        rows.forEach(Scoreboard::setAccessibleText);
    }

    private PlayerScore showClass(Game game) {
        Row row = rows.get(CLASS);
        PlayerScore score = game.score();
        showScore(row, score);
        if (score.characters() > 0) {
            Round last = game.rounds().get(score.characters() - 1);
            int first = last.wrong().isEmpty() ? last.character() : last.wrong().get(0);
            row.guess.setText(last.guesses() == 0 ? "–" : Symbols.mark(first));
            row.right.setText(last.found() ? "guess " + last.guesses() : "skipped");
        }
        row.next.setText("");
        return score;
    }

    private static PlayerScore showMachine(Row row, @Nullable ModelPlayer machine, Game game) {
        if (machine == null) {
            return PlayerScore.NONE;
        }
        int characters = game.rounds().size();
        PlayerScore score = machine.score(characters);
        showScore(row, score);
        if (characters > 0) {
            Forecast last = machine.forecasts().get(characters - 1);
            row.guess.setText(words(last));
            row.right.setText(percent(last.ofRight()));
        }
        if (!game.finished()) {
            row.next.setText(words(machine.forecasts().get(characters)));
        }
        return score;
    }

    private static void showScore(Row row, PlayerScore score) {
        row.bits.setText(bits(score.bits()));
        row.first.setText(score.characters() == 0 ? "–" : percent(score.firstRight()));
    }

    /** The player with the fewest bits. */
    private void embolden(List<PlayerScore> scores) {
        int best = IntStream.range(0, scores.size())
                .filter(i -> !Double.isNaN(scores.get(i).bits()))
                .boxed()
                .min(Comparator.comparingDouble(i -> scores.get(i).bits()))
                .orElse(-1);
        for (int i = 0; i < rows.size(); i++) {
            List<String> styles = rows.get(i).bits.getStyleClass();
            styles.remove("guess-best");
            if (i == best) {
                styles.add("guess-best");
            }
        }
    }

    private void showBounds(Game game) {
        int characters = game.rounds().size();
        if (characters > 0) {
            Game.EntropyBounds between = game.bounds();
            int symbols = game.excerpt().text().vocabulary().size();
            bounds.setText(String.format(
                    Locale.ROOT,
                    "Shannon's bounds for the class after %d %s: %s to %s bits. Blind guessing costs %s.",
                    characters,
                    characters == 1 ? "character" : "characters",
                    bits(between.lower()),
                    bits(between.upper()),
                    bits(Math.log(symbols) / Math.log(2))));
        }
    }

    /** Says in full what stands in a table only. */
    private static void setAccessibleText(Row row) {
        row.bits.setAccessibleText("%s: %s bits per character, first guess right %s, guessed %s, the right one %s"
                .formatted(
                        row.name.getText(),
                        row.bits.getText(),
                        row.first.getText(),
                        row.guess.getText(),
                        row.right.getText()));
    }

    private static String words(Forecast forecast) {
        return Symbols.mark(forecast.guess()) + " " + percent(forecast.probability());
    }

    private static String bits(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }

    /** As few digits as say something. */
    private static String percent(double share) {
        if (Double.isNaN(share)) {
            return "–";
        }
        double percent = 100 * share;
        if (percent < 0.1) {
            return percent == 0 ? "0 %" : "<0.1 %";
        }
        return String.format(Locale.ROOT, percent < 9.95 ? "%.1f %%" : "%.0f %%", percent);
    }
}
