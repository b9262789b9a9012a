package unroll.ui.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import unroll.message.Formats;
import unroll.message.Wording;
import unroll.session.background.Futures;
import unroll.sweep.BackgroundSweep;
import unroll.sweep.BackgroundSweep.Forecast;
import unroll.sweep.BackgroundSweep.SweepState;
import unroll.sweep.PlanDraft;
import unroll.sweep.SweepPlan;
import unroll.ui.compare.CompareRuns;
import unroll.ui.control.Dialogs;
import unroll.ui.control.WindowPlacement;
import unroll.ui.files.Choosers;
import unroll.ui.files.ModelOpener;
import unroll.ui.model.FxThread;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** Sweeps beside the program, which can be worked with meanwhile. A sweep goes on while its window is closed. */
public final class SweepWindow {
    private static final double WIDTH = 1120;
    private static final double HEIGHT = 720;
    private static final double HEIGHT_SHARE = 0.92;
    private static final String TABLE = ".csv";

    private final WindowModel window;
    private final Stage owner;
    private final Choosers choosers;
    private final ModelOpener models;
    private final CompareRuns runs;
    private final BackgroundSweep sweep = new BackgroundSweep();
    private @Nullable Stage sweepStage;
    private @Nullable SweepPane pane;

    public SweepWindow(WindowModel window, Stage owner, Choosers choosers, ModelOpener models, CompareRuns runs) {
        this.window = window;
        this.owner = owner;
        this.choosers = choosers;
        this.models = models;
        this.runs = runs;
    }

    /** Opens it, or brings it to the front. */
    public void show() {
        SweepPane content = pane();
        Stage stage = sweepStage;
        if (stage == null) {
            stage = new Stage();
            stage.initOwner(owner);
            stage.setTitle("Unroll – Sweep");
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            Scene scene = new Scene(
                    content, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, HEIGHT_SHARE * screen.getHeight()));
            scene.getStylesheets().setAll(owner.getScene().getStylesheets());
            stage.setScene(scene);
            WindowPlacement.onScreen(stage, HPos.LEFT);
            sweepStage = stage;
        }
        stage.show();
        stage.toFront();
    }

    private SweepPane pane() {
        SweepPane made = pane == null ? new SweepPane(window, sweep, new TrainingPriority(window, sweep), this) : pane;
        pane = made;
        return made;
    }

    /** What is running, for tests and for quitting. */
    public BackgroundSweep sweep() {
        return sweep;
    }

    /** Opens a plan, with the table beside it if any; or a table, with the plan beside it if any. */
    public void open(Path file) {
        SweepPane shown = pane();
        boolean isTable = file.toString().toLowerCase(Locale.ROOT).endsWith(TABLE);
        Path planFile = isTable ? BackgroundSweep.planFile(file) : file;
        if (isTable && !Files.exists(planFile)) {
            shown.openTable(file);
            return;
        }
        Path beside = isTable ? file : BackgroundSweep.tableFile(file);
        FxThread.whenDone(
                Futures.inBackground(() -> PlanDraft.read(planFile)),
                draft -> shown.show(draft, planFile, Files.exists(beside) ? beside : null),
                refused -> shown.refuse(Notice.problem(refused).sentence()));
    }

    /** Quits; where a sweep is under way, after asking. */
    public void beforeQuit(Runnable quit) {
        SweepState state = sweep.status().state();
        if (state == SweepState.NONE || state == SweepState.STOPPED) {
            quit.run();
            return;
        }
        BackgroundSweep.SweepStatus now = sweep.status();
        SweepPlan plan = now.plan();
        ask(
                owner,
                "Stop the sweep and quit?",
                String.format(
                        Locale.ROOT,
                        "%,d of %s are done and stay in %s. The trials that run now come again when the sweep goes on.",
                        now.ended(),
                        Wording.count(plan == null ? 0 : plan.trials().size(), "trial"),
                        now.table()),
                "Stop and quit",
                () -> FxThread.whenEnded(sweep.stop(), quit));
    }

    private static void ask(Window owner, String header, String sentence, String yes, Runnable action) {
        Dialogs.ask(
                owner,
                "confirm-sweep",
                header,
                sentence,
                new Dialogs.DialogChoice(yes, ButtonData.YES, "confirm-sweep-yes", action),
                Dialogs.DialogChoice.cancel("confirm-sweep-cancel"));
    }

    /** Asks for a plan or a table to open. */
    void chooseFile() {
        choosers.openSweep().ifPresent(this::open);
    }

    /** Asks for a file to write the plan to. */
    void save(PlanDraft draft) {
        choosers.export(
                "Save Plan",
                "plan.json",
                ".json",
                file -> FxThread.whenDone(
                        Futures.inBackground(() -> {
                            draft.write(file);
                            return file;
                        }),
                        written -> pane().showMessage("Saved the plan as %s.".formatted(written)),
                        refused -> pane().refuse(Notice.problem(refused).sentence())));
    }

    /** Asks for a table to write, after making sure that so many trials are meant. */
    void begin(PlanDraft draft, Forecast forecast) {
        Consumer<Path> then = file -> pane().begin(draft, file);
        Runnable choose = () -> choosers.export("Table of the Sweep", "sweep.csv", TABLE, then);
        int trials = forecast.plan().trials().size();
        if (trials <= SweepPlan.MANY) {
            choose.run();
            return;
        }
        Window asking = sweepStage == null ? owner : sweepStage;
        ask(
                asking,
                "Train %s trials?".formatted(Formats.count(trials)),
                "This plan has %s. Shorten an axis where that is a slip.".formatted(Wording.count(trials, "trial")),
                "Train them",
                choose);
    }

    void openModel(Path file) {
        models.open(file);
    }

    void compare(Path table) {
        runs.open(List.of(table));
    }
}
