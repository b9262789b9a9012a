package unroll.session.report;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import unroll.plot.Axis;
import unroll.plot.Plot;
import unroll.plot.PlotPainter;
import unroll.session.lesson.AnswerSheet;
import unroll.session.plot.CurvePlots;
import unroll.session.plot.XAxis;
import unroll.session.run.Curves;
import unroll.train.TrainingEvent.Sampled;

/**
 * A report as one page that needs nothing else: no script, no picture, no font from anywhere. It is HTML and well-formed XML
 * at once.
 */
final class ReportPage {
    private static final int MAX_SAMPLE_CHARACTERS = 2000;
    private static final double PICTURE_WIDTH = 720;
    private static final double PICTURE_HEIGHT = 260;
    private static final CurvePlots.Options BY_STEP = new CurvePlots.Options(XAxis.STEP, Axis.AxisScale.LINEAR);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm xxx", Locale.ENGLISH);

    private final LabReport report;
    private final MarkupWriter page = new MarkupWriter();

    private ReportPage(LabReport report) {
        this.report = report;
    }

    static String of(LabReport report) {
        ReportPage page = new ReportPage(report);
        page.write();
        return page.page.toString();
    }

    private void write() {
        page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
        head();
        page.open("body");
        writeTitle();
        writeResults();
        curves();
        writeAnswers();
        writeNotes();
        writeSamples();
        writeSettings();
        page.close().close();
    }

    private void head() {
        page.open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", heading());
        page.element("style", PageStyle.CSS);
        page.close();
    }

    private String heading() {
        String name = report.metadata().name();
        return "Lab report: " + (name.isBlank() ? taskTitle() : name);
    }

    private String taskTitle() {
        return report.settings().task().task().about().title();
    }

    private void writeTitle() {
        page.element("h1", heading());
        page.element(
                "p",
                "%s · Unroll %s"
                        .formatted(
                                WHEN.format(report.metadata().date()),
                                report.metadata().program()),
                "class",
                "when");
    }

    private void writeResults() {
        page.element("h2", "Results");
        page.open("dl", "class", "facts");
        ReportFacts.results(report).forEach(fact -> {
            page.open("div");
            page.element("dt", fact.name());
            page.element("dd", fact.value());
            page.close();
        });
        page.close();
    }

    private void curves() {
        Curves.View curves = report.curves();
        plot(
                "Loss in nats per character",
                CurvePlots.loss(curves, BY_STEP, report.results().symbols()));
        plot(
                "Gradient norm before clipping",
                CurvePlots.gradient(
                        curves, BY_STEP, report.settings().training().clipping()));
        plot("Accuracy on the validation part in percent", CurvePlots.accuracy(curves, BY_STEP));
    }

    private void plot(String title, Optional<Plot> plot) {
        plot.ifPresent(drawn -> {
            page.element("h2", title);
            page.open("figure");
            SvgSurface.add(page, title, PICTURE_WIDTH, PICTURE_HEIGHT, surface -> PlotPainter.paint(drawn, surface));
            page.close();
        });
    }

    private void writeAnswers() {
        AnswerSheet sheet = report.metadata().answers();
        if (sheet.lines().isEmpty()) {
            return;
        }
        page.element("h2", "Lesson: " + sheet.lesson());
        page.open("table", "class", "answers").open("tbody");
        for (AnswerSheet.AnswerLine line : sheet.lines()) {
            page.open("tr");
            page.element("th", line.question(), "scope", "row");
            page.element("td", line.answer());
            page.element("td", line.verdict());
            page.close();
        }
        page.close().close();
    }

    private void writeNotes() {
        String notes = report.metadata().notes();
        if (!notes.isBlank()) {
            page.element("h2", "Notes and answers");
            preformatted(notes.strip(), "notes");
        }
    }

    private void writeSamples() {
        if (report.samples().isEmpty()) {
            return;
        }
        page.element("h2", "Last samples");
        for (Sampled sample : report.samples()) {
            page.open("div", "class", "sample");
            page.element("h3", String.format(Locale.ROOT, "Step %,d, loss %.3f nats", sample.step(), sample.loss()));
            preformatted(bounded(sample.text()), "text");
            page.close();
        }
    }

    /** The line end after the tag is dropped by HTML, so that one at the beginning of the text is not. */
    private void preformatted(String text, String kind) {
        page.element("pre", "\n" + text.replace("\r\n", "\n"), "class", kind, "dir", "auto");
    }

    private static String bounded(String text) {
        return text.codePointCount(0, text.length()) <= MAX_SAMPLE_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_SAMPLE_CHARACTERS)) + " …";
    }

    private void writeSettings() {
        page.element("h2", "Settings");
        ReportFacts.settings(report).forEach(group -> {
            page.element("h3", group.title());
            page.open("table").open("tbody");
            for (ReportFacts.Fact fact : group.facts()) {
                page.open("tr");
                page.element("th", fact.name(), "scope", "row");
                page.element("td", fact.value());
                page.close();
            }
            page.close().close();
        });
    }
}
