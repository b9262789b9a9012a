package unroll.ui.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.message.Formats;
import unroll.message.NumericRange;
import unroll.message.Wording;
import unroll.session.background.Futures;
import unroll.session.data.Dataset;
import unroll.session.model.EngineTrainerFactory;
import unroll.session.state.Status;
import unroll.sweep.BackgroundSweep;
import unroll.sweep.BackgroundSweep.Forecast;
import unroll.sweep.BackgroundSweep.SweepState;
import unroll.sweep.PlanDraft;
import unroll.sweep.SweepPlan;
import unroll.sweep.SweepTable;
import unroll.train.MemoryEstimate;
import unroll.ui.compare.CompareRuns;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.Choice;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.NumberField;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Scrolling;
import unroll.ui.control.StateButton;
import unroll.ui.control.Tips;
import unroll.ui.files.Choosers;
import unroll.ui.files.DocumentType;
import unroll.ui.files.ModelSwitcher;
import unroll.ui.model.FxThread;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** A sweep: its plan and what that would take on the left, its trials as lines and as a table on the right. */
final class SweepPane extends BorderPane {
    private static final long TYPING_NANOS = 300_000_000;
    private static final int MAX_JOBS = 1024;
    private static final String TABLE = ".csv";

    private final WindowModel window;
    private final BackgroundSweep sweep;
    private final Choosers choosers;
    private final ModelSwitcher switcher;
    private final CompareRuns runs;
    private final PlanCard plan;
    private final NumberField jobs;
    private final CheckBox models = Nodes.named("sweep-models", new CheckBox("_Keep the trained models"));
    private final Label forecastLine = Nodes.named("sweep-forecast", Labels.wrapped(""));
    private final Label refusal = Labels.refusal("sweep-refusal");
    private final StateButton start = Nodes.styled(new StateButton("sweep-start", "Start…", this::toggle), "accent");
    private final Button stop = Buttons.of("sweep-stop", "Stop", Feather.SQUARE, this::stop);
    private final Button open = Buttons.of("sweep-open", "_Open…", Feather.FOLDER, this::choose);
    private final Label state = Nodes.styled(Nodes.named("sweep-state", Labels.wrapped("")), "compare-state");
    private final TrialsView trials = new TrialsView(this::openModel, this::compare);
    private @Nullable Forecast forecast;
    /** Whether the plan is another one than that of the last question. */
    private boolean stale;

    private long changedAt;
    private BackgroundSweep.@Nullable SweepStatus shown;
    private boolean needsOtherTable;

    SweepPane(WindowModel window, BackgroundSweep sweep, Choosers choosers, ModelSwitcher switcher, CompareRuns runs) {
        this.window = window;
        this.sweep = sweep;
        this.choosers = choosers;
        this.switcher = switcher;
        this.runs = runs;
        int cores = Runtime.getRuntime().availableProcessors();
        jobs = new NumberField(
                        "sweep-jobs", "Trials side _by side", NumericRange.whole(1, MAX_JOBS), Math.max(1, cores - 1))
                .tip(
                        "How many trials train at the same time, each on its own thread. One core is best left to the window.")
                .onChange(this::plan);
        plan = new PlanCard(window, this::plan);
        setId("sweep");
        setLeft(left());
        setCenter(trials);
        setBottom(state);
        state.fontProperty().subscribe(font -> trials.setEm(font.getSize()));
        window.onTick(this, this::poll);
        plan();
    }

    private ScrollPane left() {
        TrainingPriority priority = new TrainingPriority(window, sweep);
        Choice<TrainingPriority.Waiting> waiting = new Choice<>(
                        "sweep-waiting",
                        "_While the window trains",
                        List.of(TrainingPriority.Waiting.values()),
                        TrainingPriority.Waiting::title)
                .tip("A run or a race in the window and a sweep take turns. The one that waits goes on by itself.")
                .onChoice(priority::set);
        waiting.show(TrainingPriority.Waiting.SWEEP);
        models.setSelected(true);
        Tips.on(
                models,
                "Saves every trained network in a folder beside the table, so that a click on its line opens it.");
        updateButtons();
        plan.addToHeader(open, saveButton());
        Card run = new Card("Sweep", forecastLine, refusal, RowLayouts.equal(jobs, waiting), models);
        run.addToHeader(start, stop);
        VBox column = Nodes.styled(new VBox(run, plan), "column", "sweep-plan");
        ScrollPane scroll = Scrolling.changing(new ScrollPane(column));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private void updateButtons() {
        Tips.on(
                start,
                "Trains the trials that the table does not hold yet, or holds all of them after the step they are at.");
        stop.setMinWidth(USE_PREF_SIZE);
        Tips.on(
                stop,
                "Ends the sweep. What has ended stays in the table; the trials that run come again the next time.");
        Tips.on(open, "Opens a plan, or the table of a sweep to go on with it.");
    }

    private Button saveButton() {
        Button save = Buttons.of("sweep-save", "_Save…", Feather.SAVE, this::save);
        return Tips.on(save, "Saves the plan as the file that the command unroll sweep takes.");
    }

    /** The plan has changed; what it takes is asked when nothing more is typed. */
    private void plan() {
        forecast = null;
        needsOtherTable = false;
        stale = true;
        changedAt = System.nanoTime();
    }

    private void estimate(Runnable then) {
        stale = false;
        FxThread.whenDone(
                sweep.forecast(plan.draft(), jobs.whole()),
                now -> {
                    show(now);
                    then.run();
                },
                reason -> {
                    forecastLine.setText("");
                    refuse(reason);
                });
    }

    private void show(Forecast now) {
        forecast = now;
        refusal.setText("");
        forecastLine.setText(SweepSentences.forecast(now, "…"));
        CompletableFuture<Double> seconds = now.seconds().get();
        FxThread.whenDone(
                seconds,
                value -> forecastLine.setText(SweepSentences.forecast(now, Formats.time(value))),
                this::refuse);
        shown = null;
        poll();
    }

    private void refuse(Throwable reason) {
        refusal.setText(Notice.problem(reason).sentence());
    }

    private void toggle() {
        refusal.setText("");
        switch (sweep.status().state()) {
            case RUNNING, WAITING -> sweep.setPaused(true);
            case PAUSED -> sweep.setPaused(false);
            case NONE, STOPPED -> begin();
        }
        poll();
    }

    private void stop() {
        FxThread.whenEnded(sweep.stop(), this::poll);
    }

    private void compare() {
        Path file = sweep.status().table();
        if (file != null) {
            runs.open(List.of(file));
        }
    }

    /** In the table that is open, where it is one of this plan. */
    private void begin() {
        BackgroundSweep.SweepStatus now = sweep.status();
        Forecast wanted = forecast;
        if (wanted == null) {
            estimate(this::begin);
        } else if (now.table() != null && continues(now)) {
            begin(now.table());
        } else {
            beginInNewTable(wanted.plan().trials().size());
        }
    }

    /** Asks for a table to write, after making sure that so many trials are meant. */
    private void beginInNewTable(int count) {
        Runnable choose = () -> choosers.export("Table of the Sweep", "sweep.csv", TABLE, this::begin);
        if (count <= SweepPlan.MANY) {
            choose.run();
            return;
        }
        SweepWindow.ask(
                getScene().getWindow(),
                "Train %s trials?".formatted(Formats.count(count)),
                "This plan has %s. Shorten an axis where that is a slip.".formatted(Wording.count(count, "trial")),
                "Train them",
                choose);
    }

    private boolean continues(BackgroundSweep.SweepStatus now) {
        return !needsOtherTable && forecast != null && forecast.plan().equals(now.plan());
    }

    /** Starts, where everything is as it should be. */
    private void begin(Path file) {
        BackgroundSweep.Options options = new BackgroundSweep.Options(jobs.whole(), models.isSelected(), modelMemory());
        FxThread.whenDone(sweep.start(plan.draft(), file, options), begun -> poll(), refused -> {
            needsOtherTable = true;
            refuse(refused);
        });
    }

    /** Of the window's model, which stays where it is. */
    private MemoryEstimate modelMemory() {
        Status status = window.status();
        Dataset dataset = status.dataset();
        return dataset == null || !window.hasTrainedModel()
                ? new MemoryEstimate(0, 0)
                : EngineTrainerFactory.estimate(dataset, status.settings());
    }

    // --- files ---

    private void choose() {
        choosers.open(DocumentType.SWEEP).ifPresent(this::open);
    }

    /** Opens a plan, with the table beside it if any; or a table, with the plan beside it if any. */
    void open(Path file) {
        boolean isTable = file.toString().toLowerCase(Locale.ROOT).endsWith(TABLE);
        Path planFile = isTable ? BackgroundSweep.planFile(file) : file;
        Path tableFile = isTable ? file : BackgroundSweep.tableFile(file);
        if (isTable && !Files.exists(planFile)) {
            openTable(plan.draft(), file);
            return;
        }
        FxThread.whenDone(
                Futures.inBackground(() -> PlanDraft.read(planFile)),
                draft -> {
                    plan.show(draft, planFile);
                    if (Files.exists(tableFile)) {
                        openTable(draft, tableFile);
                    }
                },
                this::refuse);
    }

    private void openTable(PlanDraft draft, Path file) {
        FxThread.whenDone(sweep.open(draft, file), opened -> poll(), this::refuse);
    }

    private void save() {
        PlanDraft draft = plan.draft();
        choosers.export(
                "Save Plan",
                "plan.json",
                ".json",
                file -> FxThread.whenDone(
                        Futures.inBackground(() -> {
                            draft.write(file);
                            return file;
                        }),
                        written -> state.setText("Saved the plan as %s.".formatted(written)),
                        this::refuse));
    }

    private void openModel(SweepTable.Entry entry) {
        Path file = sweep.model(entry.trial());
        if (file == null) {
            refusal.setText(String.format(
                    Locale.ROOT,
                    "The model of trial %d was not kept; tick Keep the trained models before a sweep.",
                    entry.trial()));
        } else {
            refusal.setText("");
            switcher.open(file);
            state.setText(String.format(Locale.ROOT, "The model of trial %d opens in the main window.", entry.trial()));
        }
    }

    private void poll() {
        BackgroundSweep.SweepStatus now = sweep.status();
        if (stale && !isActive(now) && Nodes.isShowing(this) && System.nanoTime() - changedAt > TYPING_NANOS) {
            estimate(() -> {});
        }
        if (!now.equals(shown)) {
            boolean more = shown == null || shown.ended() != now.ended() || shown.plan() != now.plan();
            if (now.failure() != null && (shown == null || shown.failure() == null)) {
                refuse(now.failure());
            }
            shown = now;
            updateButtons(now);
            state.setText(SweepSentences.state(now, sweep.entries()));
            if (more && now.plan() != null) {
                trials.show(now.plan(), sweep.entries());
            }
        }
    }

    private static boolean isActive(BackgroundSweep.SweepStatus now) {
        return now.state() != SweepState.NONE && now.state() != SweepState.STOPPED;
    }

    private void updateButtons(BackgroundSweep.SweepStatus now) {
        boolean active = isActive(now);
        boolean running = now.state() == SweepState.RUNNING || now.state() == SweepState.WAITING;
        boolean goesOn = now.state() == SweepState.PAUSED || now.state() == SweepState.STOPPED && continues(now);
        start.show(running ? "Pause" : goesOn ? "Continue" : "Start…", running ? Feather.PAUSE : Feather.PLAY);
        start.setDisable(goesOn
                && now.plan() != null
                && now.ended() == now.plan().trials().size());
        stop.setDisable(!active);
        open.setDisable(active);
        plan.setDisable(active);
        jobs.setDisable(active);
        models.setDisable(active);
    }
}
