package unroll.ui.race;

import java.util.Comparator;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import unroll.message.Formats;
import unroll.message.ProblemException;
import unroll.session.Race;
import unroll.session.race.RaceConfig;
import unroll.session.race.RaceStatus;
import unroll.session.race.RaceStatus.RaceState;
import unroll.session.race.RaceStatus.Standing;
import unroll.session.run.Phase;
import unroll.settings.Setting;
import unroll.settings.SettingsSchema;
import unroll.ui.chart.RaceChart;
import unroll.ui.chart.RacingCurve;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.Tips;
import unroll.ui.files.ModelSwitcher;
import unroll.ui.model.FxThread;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** A few networks that learn in lock-step: who takes part, their losses over each other, and what each of them writes. */
public final class RacePage extends VBox {
    private static final String WORDS =
            "Two to four networks learn side by side, a step of each in turn, while your model is paused; all settings but one are"
                    + " those of the settings column. They write at the same steps with the same random numbers, so what"
                    + " differs in the texts is the networks' doing.";

    private final WindowModel window;
    private final ModelSwitcher switcher;
    private final RaceFields fields;
    private final Label common = Labels.hint("");
    private final FontIcon startIcon = Icons.of(Feather.PLAY);
    private final Button start = Buttons.of("race-start", "Start", this::toggle);
    private final Button stop = Buttons.of("race-stop", "Stop", Feather.SQUARE, this::end);
    private final Label refusal = Labels.refusal("race-refusal");
    private final Label state = new Label();
    private final VBox setup;
    private final RaceChart chart;
    private final RaceColumns columns;
    private @Nullable RaceStatus shown;

    public RacePage(WindowModel window, ModelSwitcher switcher) {
        this.window = window;
        this.switcher = switcher;
        fields = new RaceFields(window.status().settings());
        chart = new RaceChart();
        columns = new RaceColumns(this::adopt);
        fields.onVaried(this::offer);
        common.setText(common(fields.varied()));
        state.setId("race-state");
        state.setWrapText(true);
        updateButtons();
        state.managedProperty().bind(state.visibleProperty());
        setup = new VBox(fields, common);
        setup.getStyleClass().add("fields");
        setup.managedProperty().bind(setup.visibleProperty());
        Card race = new Card("Race", setup, refusal, state);
        race.addToHeader(start, stop);
        race.explain(WORDS, "race", window.session().preferences());
        VBox.setVgrow(chart, Priority.ALWAYS);
        setId("race");
        getStyleClass().add("instrument-page");
        getChildren().addAll(race, chart, columns);
        window.onTick(this, this::update);
    }

    private Race race() {
        return window.session().race();
    }

    private void updateButtons() {
        start.setGraphic(startIcon);
        start.getStyleClass().add("accent");
        start.setMinWidth(USE_PREF_SIZE);
        Tips.on(start, "Makes the networks and lets them learn, or holds all of them after the step they are at.");
        stop.setMinWidth(USE_PREF_SIZE);
        Tips.on(
                stop,
                "Ends the race and discards its networks. Curves, figures and texts stay until the next race; a network you"
                        + " want to keep is taken over before.");
    }

    private void offer() {
        fields.offer(fields.varied(), window.status().settings());
        common.setText(common(fields.varied()));
        refusal.setText("");
    }

    private void toggle() {
        refusal.setText("");
        switch (race().status().state()) {
            case NONE, OVER -> begin();
            case RUNNING -> window.follow(race().pause(), done -> update());
            case PAUSED -> window.follow(race().goOn(), done -> update());
        }
    }

    private void end() {
        window.follow(race().stop(), done -> update());
    }

    private void begin() {
        try {
            RaceConfig wanted = fields.config(window.status().settings());
            FxThread.whenDone(race().start(wanted), done -> update(), this::refuse);
        } catch (ProblemException refused) {
            refuse(refused);
        }
    }

    private void refuse(Throwable reason) {
        refusal.setText(Notice.problem(reason).sentence());
    }

    private void adopt(int place) {
        String name = race().status().standings().get(place).name();
        switcher.replace(
                () -> race().adopt(place),
                () -> Notice.information("%s is your model now, after %s steps. Press Train to continue."
                        .formatted(name, Formats.count(window.status().metrics().step()))));
    }

    private void update() {
        if (!Nodes.isShowing(this)) {
            return;
        }
        RaceStatus now = race().status();
        now = now.state() == RaceState.NONE ? planned() : now;
        if (!now.equals(shown)) {
            shown = now;
            show(now);
        }
    }

    /** What Start would begin with. */
    private RaceStatus planned() {
        try {
            return RaceStatus.planned(fields.config(window.status().settings()));
        } catch (ProblemException notYet) {
            // Start says why.
            return RaceStatus.NONE;
        }
    }

    private void show(RaceStatus now) {
        boolean open = now.state() == RaceState.NONE || now.state() == RaceState.OVER;
        boolean running = now.state() == RaceState.RUNNING;
        start.setText(open ? "Start" : running ? "Pause" : "Continue");
        startIcon.setIconCode(running ? Feather.PAUSE : Feather.PLAY);
        start.setDisable(now.state() == RaceState.PAUSED
                && now.standings().stream()
                        .allMatch(standing -> standing.progress().phase() == Phase.FAILED));
        stop.setDisable(open);
        setup.setVisible(open);
        state.setVisible(now.state() != RaceState.NONE);
        state.setText(words(now));
        columns.show(now);
        chart.show(
                now.standings().stream()
                        .map(standing -> new RacingCurve(standing.name(), standing.curves()))
                        .toList(),
                (int) Math.round(Math.exp(now.guessing())));
    }

    // --- in words ---

    /** How it stands. */
    private static String words(RaceStatus race) {
        long step = race.standings().stream()
                .mapToLong(standing -> standing.progress().metrics().step())
                .max()
                .orElse(0);
        String where = switch (race.state()) {
            case NONE -> "";
            case RUNNING -> "Step %s.";
            case PAUSED -> "Race paused at step %s.";
            case OVER -> "The race ended after step %s.";
        };
        return where.formatted(Formats.count(step))
                + leader(race).map(RacePage::praise).orElse("");
    }

    private static String praise(Standing leader) {
        return " The lowest validation loss so far: %s, %s."
                .formatted(
                        leader.name(),
                        Formats.loss(leader.progress().metrics().losses().best()));
    }

    /** Who has had the lowest validation loss; empty before there is one. */
    static Optional<Standing> leader(RaceStatus race) {
        return race.standings().stream()
                .filter(standing ->
                        !Double.isNaN(standing.progress().metrics().losses().best()))
                .min(Comparator.comparingDouble(
                        standing -> standing.progress().metrics().losses().best()));
    }

    /** What the networks have in common while they differ in this. */
    private static String common(Setting<?> varied) {
        if (varied == SettingsSchema.BATCH || varied == SettingsSchema.WINDOW) {
            return "A step reads more characters where this is larger, so the batches differ: compare them over epochs or minutes.";
        }
        return varied == SettingsSchema.SEED
                ? "All read the same batches; weights and dropout begin differently, so this race shows what is luck."
                : "All read the same batches in the same order, and their random numbers come from the same seed.";
    }
}
