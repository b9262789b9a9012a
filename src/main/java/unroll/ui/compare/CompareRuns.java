package unroll.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Dimension2D;
import javafx.geometry.HPos;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import unroll.message.Wording;
import unroll.session.background.Futures;
import unroll.session.report.RunRow;
import unroll.session.report.RunTable;
import unroll.ui.chart.ChartExport;
import unroll.ui.control.SideWindow;
import unroll.ui.files.Choosers;
import unroll.ui.files.DocumentType;
import unroll.ui.model.FxThread;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** Opens tables of runs in a window of their own. */
public final class CompareRuns {
    private static final Dimension2D SIZE = new Dimension2D(1000, 720);

    private final WindowModel window;
    private final Stage owner;
    private final Choosers choosers;
    private @Nullable ComparePane pane;
    private @Nullable SideWindow comparison;

    public CompareRuns(WindowModel window, Stage owner, Choosers choosers) {
        this.window = window;
        this.owner = owner;
        this.choosers = choosers;
    }

    /** Asks for files, and shows their runs in place of those shown before. */
    public void choose() {
        choose(this::open);
    }

    private void choose(Consumer<List<Path>> action) {
        List<Path> files = choosers.openSeveral(DocumentType.RUNS);
        if (!files.isEmpty()) {
            action.accept(files);
        }
    }

    /** Shows the runs of these files in place of those shown before; nothing changes where one cannot be read. */
    public void open(List<Path> files) {
        window.follow(Futures.inBackground(() -> read(files)), runs -> show(runs, files.size()));
    }

    private static List<RunRow> read(List<Path> files) throws Exception {
        List<RunRow> runs = new ArrayList<>();
        for (Path file : files) {
            runs.addAll(RunTable.read(file));
        }
        return runs;
    }

    private void show(List<RunRow> runs, int files) {
        pane().show(runs);
        pane().showMessage("%s from %s. Point at a dot to read whose it is, or choose a row."
                .formatted(Wording.count(runs.size(), "run"), Wording.count(files, "file")));
        SideWindow present = comparison;
        if (present == null) {
            present = new SideWindow(owner, "Compare Runs", pane(), SIZE, HPos.CENTER);
            present.initOwner(owner);
            comparison = present;
        }
        present.open();
    }

    private ComparePane pane() {
        ComparePane made = pane == null ? new ComparePane(() -> choose(this::add), this::choosePicture) : pane;
        pane = made;
        return made;
    }

    /** Adds the runs of these files to those shown; nothing changes where one cannot be read. */
    void add(List<Path> files) {
        FxThread.whenDone(
                Futures.inBackground(() -> read(files)),
                more -> {
                    List<RunRow> all = new ArrayList<>(pane().runs());
                    all.addAll(more);
                    pane().show(all);
                    pane().showMessage(String.format(
                            Locale.ROOT, "Added %s; now there are %d.", Wording.count(more.size(), "run"), all.size()));
                },
                thrown -> pane().showMessage(Notice.problem(thrown).sentence()));
    }

    private void choosePicture() {
        choosers.export("Export Chart as PNG", "runs.png", ".png", this::picture);
    }

    /** Takes the picture now, and writes it in the background. */
    public void picture(Path file) {
        FxThread.whenDone(
                ChartExport.writeInBackground(file, pane().picture()::png),
                written -> pane().showMessage("Exported to %s.".formatted(written)),
                thrown -> pane().showMessage(Notice.problem(thrown).sentence()));
    }
}
