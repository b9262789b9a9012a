package unroll.ui.report;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import javafx.stage.Window;
import unroll.session.background.Futures;
import unroll.session.lesson.AnswerSheet;
import unroll.session.report.LabReport;
import unroll.session.report.ReportFiles;
import unroll.session.report.ReportMetadata;
import unroll.session.run.Curves;
import unroll.session.state.Status;
import unroll.train.TrainingEvent.Sampled;
import unroll.ui.files.Choosers;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** Writes the present run down, to be handed in. */
public final class LabReports {
    private static final String NAME = "report-name";

    private final WindowModel window;
    private final Window owner;
    private final Choosers choosers;
    private final Supplier<AnswerSheet> sheet;
    private final LastSamples samples;
    /** Kept until the window closes: whoever writes a second report of a lesson goes on with the same answers. */
    private String notes = "";

    /** @param sheet answers to the questions of the lesson that is open */
    public LabReports(WindowModel window, Window owner, Choosers choosers, Supplier<AnswerSheet> sheet) {
        this.window = window;
        this.owner = owner;
        this.choosers = choosers;
        this.sheet = sheet;
        samples = new LastSamples(window);
    }

    /** Asks for a name and for notes, then for a place, and writes the report there. */
    public void show() {
        ReportDialog.show(owner, window.session().preferences().get(NAME, ""), notes, this::choosePlace);
    }

    private void choosePlace(String name, String entered) {
        window.session().preferences().put(NAME, name);
        notes = entered;
        choosers.export("Export Lab Report", suggestion(name), ".html", page -> write(page, name, entered));
    }

    /** Of letters and digits only, whatever the name is. */
    private static String suggestion(String name) {
        String letters = name.strip().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return letters.isEmpty() ? "report.html" : "report-" + letters + ".html";
    }

    /** Writes the report as the run is now: the page here, the row for comparing beside it. */
    public void write(Path page, String name, String answers) {
        window.refresh();
        Status status = window.status();
        Curves.View curves = window.curvesProperty().get();
        List<Sampled> written = samples.list();
        ReportMetadata metadata = new ReportMetadata(
                name.strip(), answers, sheet.get(), OffsetDateTime.now(), ReportMetadata.thisProgram());
        window.follow(
                Futures.inBackground(() -> {
                    ReportFiles files = ReportFiles.at(page);
                    files.write(LabReport.of(metadata, status, curves, written));
                    return files;
                }),
                files -> window.show(Notice.information("Exported the lab report to %s, and its row to %s beside it."
                        .formatted(files.page(), files.row().getFileName()))));
    }
}
