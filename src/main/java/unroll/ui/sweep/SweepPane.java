package unroll.ui.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import unroll.message.Formats;
import unroll.message.NumericRange;
import unroll.message.Wording;
import unroll.session.data.Dataset;
import unroll.session.model.EngineTrainerFactory;
import unroll.session.state.Status;
import unroll.sweep.BackgroundSweep;
import unroll.sweep.BackgroundSweep.Forecast;
import unroll.sweep.BackgroundSweep.SweepState;
import unroll.sweep.PlanDraft;
import unroll.sweep.SweepTable;
import unroll.train.MemoryEstimate;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.Choice;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.NumberField;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Scrolling;
import unroll.ui.control.Tips;
import unroll.ui.model.FxThread;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** A sweep: its plan and what that would take on the left, its trials as lines and as a table on the right. */
final class SweepPane extends BorderPane {
    private static final long TYPING_NANOS = 300_000_000;
    private static final int MAX_JOBS = 1024;

    private final WindowModel window;
    private final BackgroundSweep sweep;
    private final SweepWindow owner;
    private final PlanCard plan;
    private final NumberField jobs;
    private final CheckBox models = new CheckBox("_Keep the trained models");
    private final Label forecastLine = Labels.wrapped("");
    private final Label refusal = Labels.refusal("sweep-refusal");
    private final FontIcon startIcon = Icons.of(Feather.PLAY);
    private final Button start = Buttons.of("sweep-start", "Start…", this::toggle);
    private final Button stop = Buttons.of("sweep-stop", "Stop", Feather.SQUARE, this::stop);
    private final Button open = Buttons.of("sweep-open", "_Open…", Feather.FOLDER, this::open);
    private final Button model = Buttons.of("sweep-open-model", "Open _Model", Feather.BOX, this::openChosenModel);
    private final Button compare = Buttons.of("sweep-compare", "_Compare Runs", Feather.BAR_CHART_2, this::compare);
    private final Label state = new Label();
    private final TrialsTable table = new TrialsTable();
    private final TrialsChart chart = new TrialsChart(this::openModel, this::filter);
    private @Nullable Forecast forecast;
    /** Whether the plan is another one than that of the last question. */
    private boolean stale;

    private long changedAt;
    private BackgroundSweep.@Nullable SweepStatus shown;
    private boolean needsOtherTable;

    SweepPane(WindowModel window, BackgroundSweep sweep, TrainingPriority priority, SweepWindow owner) {
        this.window = window;
        this.sweep = sweep;
        this.owner = owner;
        int cores = Runtime.getRuntime().availableProcessors();
        jobs = new NumberField(
                        "sweep-jobs", "Trials side _by side", NumericRange.whole(1, MAX_JOBS), Math.max(1, cores - 1))
                .tip(
                        "How many trials train at the same time, each on its own thread. One core is best left to the window.")
                .onChange(this::plan);
        plan = new PlanCard(window, this::plan);
        setId("sweep");
        setLeft(left(priority));
        setCenter(right());
        state.setId("sweep-state");
        state.setWrapText(true);
        state.getStyleClass().add("compare-state");
        setBottom(state);
        window.onTick(this, this::poll);
        plan();
    }

    private ScrollPane left(TrainingPriority priority) {
        Choice<TrainingPriority.Waiting> waiting = new Choice<>(
                        "sweep-waiting",
                        "_While the window trains",
                        List.of(TrainingPriority.Waiting.values()),
                        TrainingPriority.Waiting::title)
                .tip("A run or a race in the window and a sweep take turns. The one that waits goes on by itself.")
                .onChoice(priority::set);
        waiting.show(TrainingPriority.Waiting.SWEEP);
        models.setId("sweep-models");
        models.setSelected(true);
        Tips.on(
                models,
                "Saves every trained network in a folder beside the table, so that a click on its line opens it.");
        forecastLine.setId("sweep-forecast");
        updateButtons();
        plan.addToHeader(open, saveButton());
        Card run = new Card("Sweep", forecastLine, refusal, RowLayouts.equal(jobs, waiting), models);
        run.addToHeader(start, stop);
        VBox column = new VBox(run, plan);
        column.getStyleClass().addAll("column", "sweep-plan");
        ScrollPane scroll = Scrolling.changing(new ScrollPane(column));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private void updateButtons() {
        start.setGraphic(startIcon);
        start.getStyleClass().add("accent");
        start.setMinWidth(USE_PREF_SIZE);
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
        Button save = Buttons.of("sweep-save", "_Save…", Feather.SAVE, () -> owner.save(plan.draft()));
        return Tips.on(save, "Saves the plan as the file that the command unroll sweep takes.");
    }

    private BorderPane right() {
        model.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        Tips.on(
                model,
                "Makes the model of the trial that is chosen in the table the window’s model. Yours is set aside.");
        Tips.on(compare, "Opens the table in a window with all figures of the runs.");
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(entry -> chart.chosenProperty().set(entry));
        SplitPane halves = new SplitPane(chart, table);
        halves.setOrientation(Orientation.VERTICAL);
        halves.setDividerPositions(0.6);
        FlowPane controls = new FlowPane(
                Labels.hint("Drag along an axis to filter; click a line to open its model."), model, compare);
        controls.getStyleClass().add("compare-controls");
        BorderPane right = new BorderPane(halves);
        right.setTop(controls);
        return right;
    }

    private void filter() {
        table.filter(chart::isWithin);
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
        forecastLine.setText(words(now, "…"));
        CompletableFuture<Double> seconds = now.seconds().get();
        FxThread.whenDone(seconds, value -> forecastLine.setText(words(now, Formats.time(value))), this::refuse);
        shown = null;
        poll();
    }

    private static String words(Forecast forecast, String time) {
        return "%s, about %s in all; the largest takes about %s of memory."
                .formatted(
                        Wording.count(forecast.plan().trials().size(), "trial"),
                        time,
                        Formats.bytes(forecast.memory()));
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

    private void open() {
        owner.chooseFile();
    }

    private void openChosenModel() {
        openModel(table.getSelectionModel().getSelectedItem());
    }

    private void compare() {
        Path file = sweep.status().table();
        if (file != null) {
            owner.compare(file);
        }
    }

    /** In the table that is open, where it is one of this plan. */
    private void begin() {
        BackgroundSweep.SweepStatus now = sweep.status();
        Forecast wanted = forecast;
        if (wanted == null) {
            estimate(this::begin);
        } else if (now.table() != null && continues(now)) {
            begin(plan.draft(), now.table());
        } else {
            owner.begin(plan.draft(), wanted);
        }
    }

    private boolean continues(BackgroundSweep.SweepStatus now) {
        return !needsOtherTable && forecast != null && forecast.plan().equals(now.plan());
    }

    /** Starts, where everything is as it should be. */
    void begin(PlanDraft draft, Path file) {
        BackgroundSweep.Options options = new BackgroundSweep.Options(jobs.whole(), models.isSelected(), modelMemory());
        FxThread.whenDone(sweep.start(draft, file, options), begun -> poll(), refused -> {
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

    /** Shows a plan from a file, and the table beside it, if any. */
    void show(PlanDraft draft, Path file, @Nullable Path tableFile) {
        plan.show(draft, file);
        if (tableFile != null) {
            FxThread.whenDone(sweep.open(draft, tableFile), opened -> poll(), this::refuse);
        }
    }

    void openTable(Path file) {
        FxThread.whenDone(sweep.open(plan.draft(), file), opened -> poll(), this::refuse);
    }

    /** Says something below everything. */
    void showMessage(String sentence) {
        state.setText(sentence);
    }

    /** Says what is wrong. */
    void refuse(String sentence) {
        refusal.setText(sentence);
    }

    private void openModel(SweepTable.Entry entry) {
        Path file = sweep.model(entry.trial());
        if (file == null) {
            refuse(String.format(
                    Locale.ROOT,
                    "The model of trial %d was not kept; tick Keep the trained models before a sweep.",
                    entry.trial()));
        } else {
            refusal.setText("");
            owner.openModel(file);
            showMessage(String.format(Locale.ROOT, "The model of trial %d opens in the main window.", entry.trial()));
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
            state.setText(words(now));
            if (more && now.plan() != null) {
                List<SweepTable.Entry> entries = sweep.entries();
                table.show(now.plan(), entries);
                chart.show(now.plan(), entries);
                filter();
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
        start.setText(running ? "Pause" : goesOn ? "Continue" : "Start…");
        startIcon.setIconCode(running ? Feather.PAUSE : Feather.PLAY);
        start.setDisable(goesOn
                && now.plan() != null
                && now.ended() == now.plan().trials().size());
        stop.setDisable(!active);
        open.setDisable(active);
        plan.setDisable(active);
        jobs.setDisable(active);
        models.setDisable(active);
        compare.setDisable(now.ended() == 0);
    }

    private String words(BackgroundSweep.SweepStatus now) {
        if (now.plan() == null || now.table() == null) {
            return "Start asks where to write the table. You can go on with it another day, here or with the command unroll sweep.";
        }
        int trials = now.plan().trials().size();
        String what = switch (now.state()) {
            case NONE, STOPPED -> "";
            case RUNNING ->
                Double.isNaN(now.secondsLeft()) ? "" : "about %s left".formatted(Formats.time(now.secondsLeft()));
            case PAUSED -> "paused";
            case WAITING -> "waiting while the window trains";
        };
        List<SweepTable.Entry> entries = sweep.entries();
        long diverged = entries.stream().filter(SweepTable.Entry::isDiverged).count();
        SweepTable.Entry best = SweepTable.best(entries);
        return String.format(
                Locale.ROOT,
                "%s: %,d of %s done%s%s.%s",
                now.table().getFileName(),
                now.ended(),
                Wording.count(trials, "trial"),
                diverged == 0 ? "" : String.format(Locale.ROOT, ", %,d of them diverged", diverged),
                what.isEmpty() ? "" : ", " + what,
                best == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " Best: trial %d (%s), %s.",
                                best.trial(),
                                best.name(),
                                Formats.loss(best.loss())));
    }
}
