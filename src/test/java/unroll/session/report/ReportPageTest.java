package unroll.session.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import unroll.session.lesson.AnswerSheet;
import unroll.session.run.Curves;
import unroll.settings.Settings;
import unroll.train.RunMetrics;
import unroll.train.TrainingEvent.Sampled;

class ReportPageTest {
    private static final String HOSTILE = "<script>alert('&amp;')</script> ]]> -->\" onload=\"x";

    private static Document parsed(String html) throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static LabReport hostile() {
        ReportMetadata metadata = new ReportMetadata(HOSTILE, "1. " + HOSTILE + "\n2. ok", Reports.DATE, HOSTILE);
        return Reports.of(metadata, HOSTILE, List.of(new Sampled(7, 1.5, "\n" + HOSTILE)));
    }

    @Test
    void isWellFormedWhateverTheTextsHold() throws Exception {
        Document page = parsed(ReportPage.of(hostile()));
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(text(page, "h1")).containsExactly("Lab report: " + HOSTILE);
        assertThat(text(page, "title")).containsExactly("Lab report: " + HOSTILE);
        assertThat(text(page, "pre")).containsExactly("\n1. " + HOSTILE + "\n2. ok", "\n\n" + HOSTILE);
        assertThat(text(page, "td")).contains(HOSTILE);
        assertThat(ReportPage.of(hostile())).doesNotContain("<script");
    }

    @Test
    void holdsCharactersThatNoPageMayHold() throws Exception {
        String odd = "a\u0000b\u001bc\ud800d\uffffe\u0085f🙂\r";
        Document page = parsed(ReportPage.of(
                Reports.of(new ReportMetadata("", "", Reports.DATE, "1"), "t", List.of(new Sampled(1, 1, odd)))));
        assertThat(text(page, "pre")).containsExactly("\na␀b␛c\ufffdd\ufffde\ufffdf🙂␍");
    }

    @Test
    void needsNothingFromElsewhere() {
        String html = ReportPage.of(hostile()).replace("http://www.w3.org/", "");
        assertThat(html).doesNotContain("http:", "https:", "src=", "href=", "url(", "@import");
        assertThat(html)
                .contains("default-src 'none'")
                .contains("prefers-color-scheme: dark")
                .contains("@media print");
    }

    @Test
    void saysWhatWasMeasuredAndNothingElse() throws Exception {
        Document page = parsed(ReportPage.of(Reports.named("Ada")));
        assertThat(text(page, "dt"))
                .containsExactly(
                        "Validation loss",
                        "Best validation loss",
                        "Training loss",
                        "Accuracy",
                        "Steps",
                        "Epochs",
                        "Time spent training",
                        "Characters a second",
                        "Parameters");
        assertThat(text(page, "dd"))
                .startsWith(
                        "1.6250 nats = 2.3444 bits",
                        "1.6000 nats = 2.3083 bits",
                        "1.5000 nats = 2.1640 bits",
                        "50.00 %");
        assertThat(text(page, "h2"))
                .containsExactly("Results", "Loss in nats per character", "Gradient norm before clipping", "Settings");
        assertThat(text(page, "td"))
                .contains(
                        "drama.txt",
                        "123,456",
                        "crc32c:0000abcd",
                        "GRU",
                        "128 units",
                        "norm:5",
                        "0.9,0.05,0.05",
                        "0.005")
                .contains("Adam", "0.9", "0.999", "0.00000001");
    }

    @Test
    void drawsTheCurvesInsideTheirPictures() throws Exception {
        Document page = parsed(ReportPage.of(Reports.named("")));
        assertThat(text(page, "figure")).hasSize(2);
        NodeList paths = page.getElementsByTagName("path");
        String line = IntStream.range(0, paths.getLength())
                .mapToObj(i -> paths.item(i).getAttributes())
                .filter(path -> path.getNamedItem("class").getNodeValue().equals("line blue"))
                .map(path -> path.getNamedItem("d").getNodeValue())
                .findFirst()
                .orElseThrow();
        String[] places = line.substring(1).split("[L ]");
        assertThat(places).hasSize(24);
        for (int i = 0; i < places.length; i += 2) {
            assertThat(Double.parseDouble(places[i])).isBetween(0.0, 720.0);
            assertThat(Double.parseDouble(places[i + 1])).isBetween(0.0, 260.0);
        }
        assertThat(text(page, "text")).contains("random guessing", "(ln 66 = 4.19)", "steps", "1,200");
    }

    @Test
    void aRunWithoutAStepHasNoCurves() throws Exception {
        Curves.View none = new Curves.View(List.of(), List.of(), List.of(), List.of(), List.of());
        RunResults nowhere = new RunResults(0, 0, RunMetrics.untrained(0.002), null);
        LabReport blank = new LabReport(
                new ReportMetadata("", "", Reports.DATE, "1"), Settings.DEFAULT, null, nowhere, none, List.of());
        Document page = parsed(ReportPage.of(blank));
        assertThat(page.getElementsByTagName("svg").getLength()).isZero();
        assertThat(text(page, "dt")).containsExactly("Steps", "Epochs", "Time spent training");
    }

    @Test
    void boundsTheSamples() throws Exception {
        List<Sampled> samples = IntStream.range(0, 9)
                .mapToObj(i -> new Sampled(i, 1, "🙂".repeat(3000)))
                .toList();
        Document page = parsed(ReportPage.of(Reports.of(new ReportMetadata("", "", Reports.DATE, "1"), "t", samples)));
        assertThat(text(page, "h3")).startsWith("Step 4, loss 1.000 nats").contains("Step 8, loss 1.000 nats");
        assertThat(text(page, "pre"))
                .hasSize(5)
                .allSatisfy(text -> assertThat(text).isEqualTo("\n" + "🙂".repeat(2000) + " …"));
    }

    private static List<String> text(Document page, String tag) {
        NodeList nodes = page.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Node::getTextContent)
                .toList();
    }

    @Test
    void answersStandWithTheirQuestions() throws Exception {
        AnswerSheet sheet = new AnswerSheet(
                "Gates <3",
                List.of(
                        new AnswerSheet.AnswerLine("Is ln 68 < 5?", "yes & no", "right, after 2 tries"),
                        new AnswerSheet.AnswerLine("Train.", "", "not answered")));
        ReportMetadata metadata = new ReportMetadata("", "", sheet, Reports.DATE, "1");
        String html = ReportPage.of(Reports.of(metadata, "t", List.of()));
        parsed(html);
        assertThat(html)
                .contains(
                        "Lesson: Gates &lt;3",
                        "Is ln 68 &lt; 5?",
                        "yes &amp; no",
                        "right, after 2 tries",
                        "not answered");
        assertThat(ReportPage.of(Reports.of(new ReportMetadata("", "", Reports.DATE, "1"), "t", List.of())))
                .doesNotContain("Lesson:");
    }
}
