package unroll.session.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.message.ProblemException;
import unroll.network.Directions;
import unroll.network.Initialization;
import unroll.session.lesson.Question.Condition;
import unroll.settings.Settings;
import unroll.train.Clipping;
import unroll.train.OptimizerSpec;
import unroll.train.RateSchedule;

class LessonFileTest {
    private static final String PART = "{\"title\": \"One\", \"prompt\": \"Read.\"}";

    @TempDir
    Path folder;

    private static String lesson(String members) {
        return "{\"lesson\": 1, \"title\": \"T\", \"about\": \"A\", " + members + "}";
    }

    private static String withText(String members) {
        return lesson("\"text\": {\"bundled\": \"drama.txt\"}, " + members);
    }

    private static String withSettings(String settings) {
        return withText("\"settings\": {" + settings + "}, \"parts\": [" + PART + "]");
    }

    private static String withPart(String members) {
        return withText("\"parts\": [" + PART + ", {\"title\": \"Two\", \"prompt\": [\"a\", \"b\"], " + members + "}]");
    }

    private static String withQuestion(String members) {
        return withPart("\"question\": {\"ask\": \"Why?\", \"hint\": \"H\", \"right\": \"R\", " + members + "}");
    }

    private Lesson read(String json) throws IOException {
        return LessonFile.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "x.json", folder.toAbsolutePath());
    }

    private void refuses(String json, String sentence) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(ProblemException.class)
                .hasMessage(sentence);
    }

    @Test
    void readsEverythingALessonCanSay() throws Exception {
        Lesson lesson = read(withText("""
                "settings": {"cell": "gru", "hidden": 32, "layers": 3, "dropout": 0.1, "initialization": "chrono", "batch": 8, "window": 16, "threads": 1,
                  "optimizer": "sgd", "learning-rate": 0.5, "schedule": "step:0.5:100", "clip-value": 2, "seed": 7,
                  "steps": 300, "validate-every": 20, "sample-every": 0, "patience": 4, "split": "0.8,0.1,0.1"},
                "hide": ["guess", "x-ray"], "lock": ["corpus", "initialization"],
                "parts": [{"title": "One", "prompt": ["a", "b"], "show": "gradients",
                  "do": {"button": "Go", "settings": {"cell": "lstm"}},
                  "question": {"ask": "Reach it.", "reach": [{"figure": "step", "above": 5, "with": {"cell": "lstm"}},
                    {"figure": "loss-gap", "above": 0.1, "below": 1}]}}]"""));
        Settings settings = lesson.settings();
        assertThat(settings.model()).hasToString(lesson.settings().model().toString());
        assertThat(settings.model().cell()).isEqualTo("gru");
        assertThat(settings.model().hidden()).isEqualTo(32);
        assertThat(settings.model().layers()).isEqualTo(3);
        assertThat(settings.model().dropout()).isEqualTo(0.1);
        assertThat(settings.model().initialization()).isEqualTo(Initialization.CHRONO);
        assertThat(settings.training().batch()).isEqualTo(8);
        assertThat(settings.training().window()).isEqualTo(16);
        assertThat(settings.training().threads()).isEqualTo(1);
        assertThat(settings.training().optimizer()).isEqualTo(OptimizerSpec.of(OptimizerSpec.OptimizerKind.SGD));
        assertThat(settings.training().learningRate()).isEqualTo(0.5);
        assertThat(settings.training().schedule()).isEqualTo(new RateSchedule.StepDecay(0.5, 100));
        assertThat(settings.training().clipping()).isEqualTo(Clipping.value(2));
        assertThat(settings.training().seed()).isEqualTo(7);
        assertThat(settings.training().maxSteps()).isEqualTo(300);
        assertThat(settings.training().validateEvery()).isEqualTo(20);
        assertThat(settings.training().sampleEvery()).isZero();
        assertThat(settings.training().patience()).isEqualTo(4);
        assertThat(settings.split().train()).isEqualTo(0.8);
        assertThat(lesson.text()).isEqualTo(new LessonText.Bundled("drama.txt"));
        assertThat(lesson.arrangement().hidden()).containsExactlyInAnyOrder(LessonTarget.GUESS, LessonTarget.X_RAY);
        assertThat(lesson.arrangement().locked())
                .containsExactlyInAnyOrder(LessonTarget.CORPUS, LessonTarget.INITIALIZATION);
        Lesson.LessonPart part = lesson.parts().get(0);
        assertThat(part.prompt()).containsExactly("a", "b");
        assertThat(part.show()).isEqualTo(LessonTarget.GRADIENTS);
        assertThat(part.setUp().button()).isEqualTo("Go");
        assertThat(part.setUp().settings())
                .isEqualTo(settings.withModel(settings.model().withCell("lstm")));
        assertThat(((Question.Goal) part.question()).conditions())
                .extracting(Condition::description)
                .containsExactly(
                        "Step above 5, with cell lstm", "Validation minus training loss above 0.1 and below 1");
        assertThat(lesson.questions()).isOne();
    }

    @Test
    void aTaskBringsSettingsToStartFrom() throws Exception {
        Lesson lesson = read(lesson(
                "\"task\": \"first-symbol:length=9\", \"settings\": {\"hidden\": 8}, \"parts\": [" + PART + "]"));
        assertThat(lesson.text()).isNull();
        assertThat(lesson.settings().task()).hasToString("first-symbol:length=9,shortest=10,symbols=8,examples=20000");
        assertThat(lesson.settings().training().batch()).isEqualTo(64);
        assertThat(lesson.settings().model().hidden()).isEqualTo(8);
    }

    @Test
    void theTextMayLieBesideTheLessonOrStandInIt() throws Exception {
        Files.createDirectories(folder.resolve("texts"));
        Files.writeString(folder.resolve("texts/mine.txt"), "to be or not to be");
        Lesson beside = read(lesson("\"text\": {\"file\": \"texts/mine.txt\"}, \"parts\": [" + PART + "]"));
        assertThat(beside.text().read().length()).isEqualTo(18);
        Lesson inline =
                read(lesson("\"text\": {\"inline\": \"abcabc\", \"name\": \"Letters\"}, \"parts\": [" + PART + "]"));
        assertThat(inline.text().read().name()).isEqualTo("Letters");
        Lesson nameless = read(lesson("\"text\": {\"inline\": \"abcabc\"}, \"parts\": [" + PART + "]"));
        assertThat(nameless.text().read().name()).as("the lesson's").isEqualTo("T");
    }

    @Test
    void noTextOutsideTheFolderIsOpened() throws Exception {
        Path outside = Files.writeString(folder.resolveSibling(folder.getFileName() + "-secret.txt"), "secret");
        Files.createSymbolicLink(folder.resolve("link.txt"), outside);
        for (String name : new String[] {"../" + outside.getFileName(), outside.toString(), "link.txt"}) {
            refuses(
                    lesson("\"text\": {\"file\": \"" + name + "\"}, \"parts\": [" + PART + "]"),
                    "x.json, text > file: got %s, but expected a file in the folder of the lesson."
                            .formatted(
                                    new Item("", "", new com.fasterxml.jackson.databind.node.TextNode(name)).shown()));
        }
        Files.delete(outside);
    }

    @Test
    void aByteOrderMarkIsNoMistake() throws Exception {
        assertThat(read("\ufeff" + withText("\"parts\": [" + PART + "]")).title())
                .isEqualTo("T");
    }

    @Test
    void readsTheFileItself() throws Exception {
        Path file = Files.writeString(folder.resolve("my.json"), withText("\"parts\": [" + PART + "]"));
        assertThat(LessonFile.read(file).parts()).hasSize(1);
        Path missing = folder.resolve("other.json");
        assertThatThrownBy(() -> LessonFile.read(missing))
                .hasMessage("There is no file %s; check its name and folder.".formatted(missing));
    }

    @Test
    void refusesWhatIsNoLesson() {
        String noLesson =
                "x.json: this is no lesson, for it has no \"lesson\": 1; to learn from it as a text, use File > Open Text.";
        refuses("[1, 2]", noLesson);
        refuses("{\"name\": \"something else\"}", noLesson);
        refuses("", noLesson);
        refuses(
                "{\"lesson\": 2}",
                "x.json, lesson: got 2, but expected 1, the version this program reads; a newer program may read it.");
        refuses(
                "{\"lesson\": 1,\n \"title\": }",
                "x.json is no JSON at line 2, column 11; look there for a comma, quote or bracket that is missing or too much, or a name that stands twice.");
        refuses(
                "{\"lesson\": 1, \"lesson\": 1}",
                "x.json is no JSON at line 1, column 23; look there for a comma, quote or bracket that is missing or too much, or a name that stands twice.");
    }

    @Test
    void refusesWhatIsTooLargeOrNoUtf8() {
        byte[] large = new byte[LessonFile.MAX_BYTES + 1];
        assertThatThrownBy(() -> LessonFile.read(new ByteArrayInputStream(large), "x.json", null))
                .hasMessage(
                        "x.json is larger than the 1 MB a lesson may have; put its text into a file of its own beside it.");
        byte[] latin = "{\"lesson\": 1, \"title\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> LessonFile.read(new ByteArrayInputStream(latin), "x.json", null))
                .hasMessage("x.json is not UTF-8 text; save it in UTF-8.");
    }

    @Test
    void refusesADeepNest() {
        String deep = "[".repeat(100_000);
        assertThatThrownBy(() -> read(deep))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no JSON at");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"hiden\": 3 | settings: got \"hiden\", but only these are known here: \"cell\", \"bidirectional\"",
                "\"cell\": \"rnn\" | settings > cell: The cell is \"rnn\"; choose elman, elman-relu, gru or lstm.",
                "\"hidden\": 0 | settings > hidden: The hidden size is 0; choose a whole number from 1 to 4096.",
                "\"hidden\": 1.5 | settings > hidden: The hidden size is 1.5; choose a whole number from 1 to 4096.",
                "\"hidden\": \"many\" | settings > hidden: got \"many\", but expected a number.",
                "\"hidden\": 99999999999 | settings > hidden: The hidden size is 99999999999; choose a whole number from 1 to 4096.",
                "\"ways\": \"three\" | settings > ways: The direction is \"three\"; choose unidirectional or bidirectional.",
                "\"ways\": \"two\" | settings > ways: ",
                "\"optimizer\": \"best\" | settings > optimizer: The optimizer is \"best\"; choose sgd, adagrad",
                "\"learning-rate\": 0 | settings > learning-rate: The learning rate is 0; choose a number above 0",
                "\"schedule\": \"slow\" | settings > schedule: ",
                "\"clip-norm\": 1, \"no-clip\": true | settings: only one of \"clip-norm\", \"no-clip\" can be given.",
                "\"no-clip\": false | settings > no-clip: got false, but expected true.",
                "\"split\": \"0.5,0.5\" | settings > split: A split is three shares",
            })
    void namesTheSettingThatIsWrong(String settings, String begin) {
        assertThatThrownBy(() -> read(withSettings(settings)))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("x.json, " + begin)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"choices\": [\"a\", \"b\"], \"number\": 1 | a question has just one of \"choices\", \"number\", \"accept\", \"reach\", but this one has \"choices\", \"number\".",
                "\"answer\": \"a\" | a question has just one of \"choices\", \"number\", \"accept\", \"reach\", but this one has none.",
                "\"choices\": [\"a\"] | > choices: got [\"a\"], but expected two or more different texts to choose from.",
                "\"choices\": [\"a\", \"a\"] | > choices: got [\"a\",\"a\"], but expected two or more different texts to choose from.",
                "\"choices\": [\"a\", \"b\"], \"answer\": \"c\" | > answer: got \"c\", but expected one of the choices, letter for letter.",
                "\"choices\": [\"a\", \"b\"], \"unit\": \"%\" | got \"unit\", but only these are known here: \"ask\", \"hint\", \"right\", \"choices\", \"answer\".",
                "\"number\": 1 | \"tolerance\" is missing.",
                "\"number\": 1, \"tolerance\": -1 | > tolerance: got -1, but expected 0 or more.",
                "\"number\": \"one\", \"tolerance\": 1 | > number: got \"one\", but expected a number.",
                "\"accept\": [] | > accept: got [], but expected a list in [ ] of 1 to 12.",
                "\"reach\": {\"figure\": \"luck\", \"above\": 1} | > reach > figure: got \"luck\", but expected one of \"step\", \"epoch\", \"training-loss\"",
                "\"reach\": {\"figure\": \"step\"} | > reach: got {\"figure\":\"step\"}, but expected \"above\" or \"below\", or the one smaller than the other.",
                "\"reach\": [{\"figure\": \"step\", \"above\": 2, \"below\": 1}] | > reach > 1: got {\"figure\":\"step\",\"above\":2,\"below\":1}, but expected",
                "\"reach\": {\"figure\": \"step\", \"above\": 1, \"with\": {\"cell\": \"x\"}} | > reach > with > cell: The cell is \"x\"",
            })
    void namesTheQuestionThatIsWrong(String members, String begin) {
        String place = begin.startsWith(">") ? "parts > 2 > question " : "parts > 2 > question: ";
        assertThatThrownBy(() -> read(withQuestion(members)))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("x.json, " + place + begin)
                .hasMessageEndingWith(".");
    }

    @Test
    void namesTheMemberThatIsWrong() {
        refuses(withText("\"parts\": []"), "x.json, parts: got [], but expected a list in [ ] of 1 to 100.");
        refuses(withText("\"hide\": [\"curves\"]"), "x.json: \"parts\" is missing.");
        refuses(
                withText("\"parts\": [{\"title\": \" \", \"prompt\": \"b\"}]"),
                "x.json, parts > 1 > title: got \" \", but expected a text in quotes.");
        refuses(
                lesson("\"parts\": [" + PART + "]"),
                "x.json: the task \"next-character\" reads a text; say \"text\" at the top of the lesson.");
        refuses(
                lesson("\"task\": \"chess\", \"parts\": [" + PART + "]").replace("chess", "own-tags"),
                "x.json, task: the task \"own-tags\" reads pairs, which a lesson cannot bring; choose another one.");
        refuses(
                lesson("\"text\": {\"bundled\": \"bible.txt\"}, \"parts\": [" + PART + "]"),
                "x.json, text > bundled: got \"bible.txt\", but expected one of \"drama.txt\", \"tales.txt\", \"plants.txt\".");
        refuses(
                lesson("\"text\": {}, \"parts\": [" + PART + "]"),
                "x.json, text: got {}, but expected just one of \"bundled\", \"file\" and \"inline\".");
        Path missing = folder.toAbsolutePath().resolve("no.txt");
        refuses(
                lesson("\"text\": {\"file\": \"no.txt\"}, \"parts\": [" + PART + "]"),
                "x.json, text > file: there is no file %s; put it beside the lesson.".formatted(missing));
        refuses(
                withPart("\"do\": {\"settings\": {\"layers\": 99}}"),
                "x.json, parts > 2 > do > settings > layers: The number of layers is 99; choose a whole number from 1 to 8.");
    }

    @Test
    void anUnknownControlIsToldTheKnownOnes() {
        assertThatThrownBy(() -> read(withText("\"lock\": [\"rate\"], \"parts\": [" + PART + "]")))
                .hasMessageStartingWith("x.json, lock > 1: got \"rate\", but expected one of \"curves\", \"network\"")
                .hasMessageContaining("\"learning-rate\"");
        assertThatThrownBy(() -> read(withPart("\"show\": \"cell\"")))
                .hasMessage(
                        "x.json, parts > 2 > show: got \"cell\", but expected one of \"curves\", \"network\", \"results\", \"gradients\", \"neurons\", \"one-step\", \"x-ray\", \"guess\", \"race\", \"history\".");
        String all = String.join(
                ", ",
                LessonTarget.pages().stream()
                        .map(page -> '"' + page.word() + '"')
                        .toList());
        refuses(
                withText("\"hide\": [" + all + "], \"parts\": [" + PART + "]"),
                "x.json, hide: every page is hidden; leave one.");
    }

    @Test
    void bidirectionalLayersGoWhereTheTaskAllowsThem() throws Exception {
        Lesson lesson =
                read(lesson("\"task\": \"echo\", \"settings\": {\"ways\": \"two\"}, \"parts\": [" + PART + "]"));
        assertThat(lesson.settings().model().directions()).isEqualTo(Directions.BIDIRECTIONAL);
    }
}
