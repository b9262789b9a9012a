package unroll.ui.sweep;

import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Dimension2D;
import javafx.geometry.HPos;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import unroll.message.Wording;
import unroll.sweep.BackgroundSweep;
import unroll.sweep.BackgroundSweep.SweepState;
import unroll.sweep.SweepPlan;
import unroll.ui.compare.CompareRuns;
import unroll.ui.control.Dialogs;
import unroll.ui.control.SideWindow;
import unroll.ui.files.Choosers;
import unroll.ui.files.ModelSwitcher;
import unroll.ui.model.FxThread;
import unroll.ui.model.WindowModel;

/** Sweeps beside the program. A sweep goes on while its window is closed. */
public final class SweepWindow {
    private static final Dimension2D SIZE = new Dimension2D(1120, 720);

    private final WindowModel window;
    private final Stage owner;
    private final Choosers choosers;
    private final ModelSwitcher switcher;
    private final CompareRuns runs;
    private final BackgroundSweep sweep = new BackgroundSweep();
    private @Nullable SideWindow opened;
    private @Nullable SweepPane pane;

    public SweepWindow(WindowModel window, Stage owner, Choosers choosers, ModelSwitcher switcher, CompareRuns runs) {
        this.window = window;
        this.owner = owner;
        this.choosers = choosers;
        this.switcher = switcher;
        this.runs = runs;
    }

    /** Opens it, or brings it to the front. */
    public void show() {
        SideWindow present = opened;
        if (present == null) {
            present = new SideWindow(owner, "Sweep", pane(), SIZE, HPos.LEFT);
            present.initOwner(owner);
            opened = present;
        }
        present.open();
    }

    private SweepPane pane() {
        SweepPane made = pane == null ? new SweepPane(window, sweep, choosers, switcher, runs) : pane;
        pane = made;
        return made;
    }

    /** What is running, for tests and for quitting. */
    public BackgroundSweep sweep() {
        return sweep;
    }

    /** Opens a plan, with the table beside it if any; or a table, with the plan beside it if any. */
    public void open(Path file) {
        pane().open(file);
    }

    /** Quits; where a sweep is under way, after asking. */
    public void beforeQuit(Runnable quit) {
        BackgroundSweep.SweepStatus now = sweep.status();
        if (now.state() == SweepState.NONE || now.state() == SweepState.STOPPED) {
            quit.run();
            return;
        }
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

    static void ask(Window owner, String header, String sentence, String yes, Runnable action) {
        Dialogs.ask(
                owner,
                "confirm-sweep",
                header,
                sentence,
                new Dialogs.DialogChoice(yes, ButtonData.YES, "confirm-sweep-yes", action),
                Dialogs.DialogChoice.cancel("confirm-sweep-cancel"));
    }
}
