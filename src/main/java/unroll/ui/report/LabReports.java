package unroll.ui.report;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import javafx.stage.Window;
import unroll.session.Curves;
import unroll.session.Status;
import unroll.session.report.LabReport;
import unroll.session.report.Occasion;
import unroll.session.report.ReportFiles;
import unroll.train.TrainingEvent.Sampled;
import unroll.ui.desk.Desk;
import unroll.ui.desk.Notice;
import unroll.ui.files.Choosers;
import unroll.ui.files.Exports;

/** Writes the present run down, to be handed in. */
public final class LabReports {
    private static final String NAME = "report-name";

    private final Desk desk;
    private final Window owner;
    private final Choosers choosers;
    private final String program;
    private final LastSamples samples;
    /** Kept until the window closes: whoever writes a second report of a lesson goes on with the same answers. */
    private String notes = "";

    /** @param program version of this program */
    public LabReports(Desk desk, Window owner, Choosers choosers, String program) {
        this.desk = desk;
        this.owner = owner;
        this.choosers = choosers;
        this.program = program;
        samples = new LastSamples(desk);
    }

    /** Asks for a name and for notes, then for a place, and writes the report there. */
    public void show() {
        String name = desk.session().preferences().get(NAME, "");
        new ReportDialog(owner, new ReportDialog.Entry(name, notes)).show(this::choosePlace);
    }

    private void choosePlace(ReportDialog.Entry entry) {
        desk.session().preferences().put(NAME, entry.name());
        notes = entry.notes();
        choosers.export("Export Lab Report", suggestion(entry.name()), ".html")
                .ifPresent(page -> write(page, entry.name(), entry.notes()));
    }

    /** Of letters and digits only, whatever the name is. */
    private static String suggestion(String name) {
        String letters = name.strip().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return letters.isEmpty() ? "report.html" : "report-" + letters + ".html";
    }

    /** Writes the report as the run is now: the page here, the row for comparing beside it. */
    public void write(Path page, String name, String answers) {
        desk.refresh();
        Status status = desk.status();
        Curves.View curves = desk.curvesProperty().get();
        List<Sampled> written = samples.list();
        Occasion occasion = new Occasion(name.strip(), answers, OffsetDateTime.now(), program);
        desk.follow(
                Exports.inBackground(() -> {
                    ReportFiles files = ReportFiles.at(page);
                    files.write(LabReport.of(occasion, status, curves, written));
                    return files;
                }),
                files -> desk.tell(Notice.information("Exported the lab report to %s, and its row to %s beside it."
                        .formatted(files.page(), files.row().getFileName()))));
    }
}
