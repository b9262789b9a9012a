package unroll.ui.guess;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.corpus.Corpus;
import unroll.corpus.Split;
import unroll.lens.guess.Game;
import unroll.lens.guess.ModelPlayer;
import unroll.message.Formats;
import unroll.message.Front;
import unroll.message.Problem;
import unroll.message.Symbols;
import unroll.session.GuessingGames;
import unroll.session.state.Status;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.CollapsiblePane;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.Tips;
import unroll.ui.model.FxThread;
import unroll.ui.model.WindowModel;

/** Shannon's game: the class guesses the next character of a text that no player was trained on. */
public final class GuessPage extends VBox {
    private static final String INTRODUCTION =
            "Guess how this passage of the validation part goes on, each character until it is right."
                    + " Bits per character say how much each player would still have to be told: the fewer, the better it knows the language.";

    private final WindowModel window;
    private final GuessingGames games;
    private final Label obstacle = Nodes.named("guess-obstacle", Labels.wrapped(""));
    private final PassageText passage = new PassageText();
    private final GuessField field = new GuessField(this::guess);
    private final SymbolKeys keys = new SymbolKeys(this::guess);
    private final Label answer = Nodes.named("guess-answer", Labels.wrapped(""));
    private final Button reveal = Buttons.of("guess-reveal-button", "_Reveal", this::reveal);
    private final Button another = Buttons.of("guess-new-button", "_New passage", Feather.SHUFFLE, this::begin);
    private final Button update = Buttons.of("guess-network-button", "_Update network", this::addNetwork);
    private final Label number = Nodes.styled(new Label(), "hint");
    private final Label networkNote = Nodes.styled(Nodes.named("guess-network-note", Labels.wrapped("")), "hint");
    private final Scoreboard board = new Scoreboard();
    private final NumberStrip numbers = new NumberStrip();
    private final Card noGame = new Card("What comes next?", obstacle);
    private final Card play = playCard();
    private final Card scores = scoresCard();
    private final Card strip = new Card("Guesses for each character", numbers);

    private @Nullable PassageSource ground;
    private @Nullable ClassGame match;
    private boolean starterPlays;
    private int passages;

    /** What passages are drawn from. */
    private record PassageSource(Corpus text, Split split) {
        static @Nullable PassageSource of(Status status) {
            Corpus text = status.opened().text();
            return text == null || GuessingGames.obstacle(status.settings(), text) != null
                    ? null
                    : new PassageSource(text, status.settings().split());
        }

        boolean isSame(@Nullable PassageSource other) {
            return other != null && text == other.text && split.equals(other.split);
        }
    }

    /** A network that has played, and how long it had been trained. */
    private record Opponent(ModelPlayer machine, long step, boolean starter) {}

    /** @param front whether the page is in front */
    public GuessPage(WindowModel window, ObservableValue<Boolean> front) {
        this.window = window;
        games = new GuessingGames(window.session().nGrams());
        setId("guess-game");
        getStyleClass().add("guess-page");
        play.explain(INTRODUCTION, "guess", window.session().preferences());
        getChildren().addAll(noGame, play, scores, strip);
        showMatch();
        window.statusProperty().subscribe(this::follow);
        if (ground != null) {
            begin();
        }
        field.watch(this);
        front.subscribe(isFront -> FxThread.later(this::requestFieldFocus));
        // The first time, the game may be ready before the page is in the window: a scroll pane takes its content in
        // later.
        sceneProperty().subscribe(scene -> FxThread.later(this::requestFieldFocus));
    }

    private void requestFieldFocus() {
        if (Nodes.isShowing(this)) {
            field.requestFocus();
        }
    }

    private Card playCard() {
        field.disableProperty().bind(reveal.disabledProperty());
        List.of(reveal, another, update).forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        FlowPane line =
                Nodes.styled(new FlowPane(Labels.of("Your _guess", field), field, reveal, another), "guess-line");
        Tips.on(reveal, "Gives the character up. It counts as if you had tried the rest of the symbols at random.");
        Tips.on(another, "Draws another passage. Everybody starts again, and the network plays as it is then.");
        Card card = new Card(
                "What comes next?",
                passage,
                line,
                answer,
                new CollapsiblePane("guess-keys-fold", "On-screen keyboard", keys));
        number.setMinWidth(USE_PREF_SIZE);
        card.addToHeader(number);
        return card;
    }

    private Card scoresCard() {
        CheckBox foretell = Nodes.named("guess-foretell-box", new CheckBox("_Show next guesses"));
        board.foretellingProperty().bind(foretell.selectedProperty());
        Tips.on(
                foretell,
                "Tells beforehand what the machines guess for the character that is asked. For looking on, not for playing.");
        Tips.on(
                update,
                "Lets the network as it is now play this passage again from its beginning, so that its bits show what it has learned since.");
        HBox line = Nodes.styled(new HBox(update, networkNote), "guess-line");
        Card card = new Card("Players", board, line);
        card.addToHeader(foretell);
        return card;
    }

    // --- the session ---

    /** A game ends where its text does. */
    private void follow(Status status) {
        Problem problem =
                GuessingGames.obstacle(status.settings(), status.opened().text());
        obstacle.setText(problem == null ? "" : problem.sentence(Front.WINDOW));
        Nodes.show(noGame, problem != null);
        Nodes.show(play, problem == null);
        Nodes.show(scores, problem == null);
        update.setDisable(match == null || !hasPlayer(status));
        dismissStarter(status);
        PassageSource now = PassageSource.of(status);
        if (now == null ? ground != null : !now.isSame(ground)) {
            ground = now;
            games.breakOff();
            match = null;
            passages = 0;
            another.setDisable(false);
            answer.setText("Press New passage to begin.");
            showMatch();
        }
    }

    /** The model that stood in plays no longer once there is one of the user's own. */
    private void dismissStarter(Status status) {
        ClassGame now = match;
        if (starterPlays && !window.showsStarter()) {
            starterPlays = false;
            match = now == null ? null : now.withNetwork(null);
            networkNote.setText(absence(status));
            showMatch();
        }
    }

    private boolean hasPlayer(Status status) {
        return (status.metrics().step() > 0 || window.showsStarter())
                && GuessingGames.guesses(status.settings().task());
    }

    private void begin() {
        PassageSource on = ground;
        if (on == null) {
            return;
        }
        match = null;
        passages++;
        another.setDisable(true);
        answer.setText("Counting n-grams…");
        showMatch();
        // The same for everybody in the room who has the same text and seed.
        long seed = window.status().settings().training().seed() + passages;
        CompletableFuture<GuessingGames.Table> table = games.prepare(on.text, on.split, seed);
        FxThread.whenDone(
                table,
                laid -> {
                    if (on == ground) {
                        start(laid);
                    }
                },
                thrown -> {
                    another.setDisable(false);
                    answer.setText(Problem.of(thrown).sentence(Front.WINDOW));
                });
    }

    private void start(GuessingGames.Table table) {
        match = new ClassGame(passages, new Game(table.excerpt()), table.nGrams(), null);
        another.setDisable(false);
        answer.setText("Type the character that comes next. Enter is a line end.");
        showMatch();
        addNetwork();
        requestFieldFocus();
    }

    /** The network joins as soon as it has played; it does not hold up the class. */
    private void addNetwork() {
        ClassGame now = match;
        Status status = window.status();
        boolean starter = window.showsStarter();
        if (now == null || !hasPlayer(status)) {
            networkNote.setText(absence(status));
            return;
        }
        networkNote.setText("The network is reading…");
        CompletableFuture<Opponent> taken = window.session()
                .copies()
                .snapshot()
                .thenCompose(model -> games.play(model, now.game().excerpt())
                        .thenApply(machine -> new Opponent(machine, model.step(), starter)));
        FxThread.whenDone(
                taken,
                player -> join(player, now),
                thrown -> networkNote.setText(Problem.of(thrown).sentence(Front.WINDOW)));
    }

    private static String absence(Status status) {
        return GuessingGames.guesses(status.settings().task())
                ? "No network plays yet: train one, then press Update network."
                : "A network of this task does not guess the next character, so only n-grams play.";
    }

    private void join(Opponent player, ClassGame asked) {
        ClassGame now = match;
        if (now != null && now.game() == asked.game() && player.starter() == window.showsStarter()) {
            match = now.withNetwork(player.machine());
            starterPlays = player.starter();
            networkNote.setText(
                    player.starter()
                            ? "The network is a model trained for eight seconds."
                            : "The network is as it was at step %s.".formatted(Formats.count(player.step())));
            showMatch();
        }
    }

    // --- the game ---

    private void guess(int codePoint) {
        ClassGame now = match;
        if (now == null || now.game().finished()) {
            return;
        }
        Game game = now.game();
        int before = game.wrong().size();
        String shown = Symbols.mark(codePoint);
        String sentence = switch (game.guess(codePoint)) {
            case RIGHT -> String.format(Locale.ROOT, "%s is right, with guess %d.", shown, before + 1);
            case WRONG -> "";
            case REPEATED -> "%s was tried already. ".formatted(shown);
            case UNKNOWN -> "%s does not occur in this text; not counted. ".formatted(shown);
        };
        answer(game, sentence);
    }

    private void reveal() {
        ClassGame now = match;
        if (now == null || now.game().finished()) {
            return;
        }
        now.game().giveUp();
        int came = now.game().rounds().get(now.game().rounds().size() - 1).character();
        answer(now.game(), "It was %s.".formatted(Symbols.mark(came)));
        requestFieldFocus();
    }

    private void answer(Game game, String sentence) {
        String wrong =
                String.join("  ", game.wrong().stream().map(Symbols::mark).toList());
        answer.setText(sentence
                + (wrong.isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT, "Wrong (%d): %s", game.wrong().size(), wrong))
                + (game.finished() ? " This passage is at its end; take a new one." : ""));
        showMatch();
    }

    private void showMatch() {
        ClassGame now = match;
        reveal.setDisable(now == null || now.game().finished());
        update.setDisable(now == null || !hasPlayer(window.status()));
        board.show(now);
        Nodes.show(strip, now != null && !now.game().rounds().isEmpty());
        if (now == null) {
            passage.getChildren().clear();
            number.setText("");
            return;
        }
        passage.show(now.game());
        keys.show(now.game());
        numbers.show(now.game().rounds());
        number.setText(String.format(
                Locale.ROOT,
                "Passage %d: %d of %d",
                now.number(),
                Math.min(now.game().rounds().size() + 1, now.game().excerpt().length()),
                now.game().excerpt().length()));
    }

    /**
     * A game of the class, and the machines it plays against.
     *
     * @param number of the passage, from 1
     * @param network where there is one
     */
    record ClassGame(
            int number,
            Game game,
            List<ModelPlayer> nGrams,
            @Nullable ModelPlayer network) {
        ClassGame withNetwork(@Nullable ModelPlayer taken) {
            return new ClassGame(number, game, nGrams, taken);
        }
    }
}
