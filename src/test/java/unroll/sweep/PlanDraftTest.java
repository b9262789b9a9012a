package unroll.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.message.ProblemException;
import unroll.session.data.OpenedFiles;
import unroll.session.lesson.LessonText;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.sweep.AxisDraft.Form;
import unroll.sweep.PlanDraft.Base;
import unroll.task.TaskConfig;

class PlanDraftTest {
    @TempDir
    private Path folder;

    private static OpenedFiles drama() {
        try {
            return new OpenedFiles(CorpusReader.bundled("drama.txt"), null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PlanDraft draft(Settings settings, AxisDraft... axes) {
        return new PlanDraft(Base.of(settings, drama()), List.of(axes), "1", "steps", "9");
    }

    private static Settings with(Settings settings, String id, String value) {
        return SettingsSchema.named(id).orElseThrow().withText(settings, id, value);
    }

    static Stream<Settings> windowSettings() {
        Settings odd = Settings.DEFAULT;
        for (String[] one : new String[][] {
            {"optimizer", "sgd"},
            {"momentum", "0"},
            {"clipping", "value:0.5"},
            {"learning-rate", "0.00001"},
            {"schedule", "cosine:100:2000"},
            {"split", "0.8,0.1,0.1"},
            {"seed", "-9000000000000000000"},
            {"cell", "elman"}
        }) {
            odd = with(odd, one[0], one[1]);
        }
        Settings task = Settings.startingWith(TaskConfig.parse("addition:digits=2"));
        return Stream.of(Settings.DEFAULT, odd, with(odd, "clipping", "off"), task, with(task, "hidden", "33"));
    }

    /** What a plan says itself, and what concerns the window alone, are not taken over. */
    @ParameterizedTest
    @MethodSource("windowSettings")
    void trialsHaveTheSettingsOfTheWindow(Settings settings) throws IOException {
        Settings trial = draft(settings).plan().trials().get(0).settings();

        assertThat(trial.training().threads()).isEqualTo(1);
        assertThat(trial.with(change -> {
                    change.threads = settings.training().threads();
                    change.sampleEvery = settings.training().sampleEvery();
                    change.maxSteps = settings.training().maxSteps();
                }))
                .isEqualTo(settings);
    }

    @Test
    void whatIsOpenIsNamedAsAPlanNamesIt() throws IOException {
        Path file = Files.writeString(folder.resolve("text.txt"), "to be or not to be");
        Corpus ofFile = CorpusReader.read(file, null, CorpusReader.Progress.NONE);
        Corpus pasted = CorpusReader.ofText("Pasted text", "öne \"two\"\n");

        assertThat(new PlanDraft(Base.of(Settings.DEFAULT, drama()), List.of(), "1", "steps", "1")
                        .plan()
                        .text())
                .isEqualTo(new LessonText.Bundled("drama.txt"));
        assertThat(plan(ofFile).text()).isEqualTo(new LessonText.LocalFile(file.toAbsolutePath()));
        assertThat(plan(pasted).text()).isEqualTo(new LessonText.Inline("Pasted text", "öne \"two\"\n"));
    }

    private static SweepPlan plan(Corpus text) throws IOException {
        return new PlanDraft(Base.of(Settings.DEFAULT, new OpenedFiles(text, null)), List.of(), "1", "steps", "1")
                .plan();
    }

    @Test
    void aPlanIsTheSameAfterItsFile() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "to be or not to be. ".repeat(40));
        OpenedFiles opened = new OpenedFiles(CorpusReader.read(text, null, CorpusReader.Progress.NONE), null);
        PlanDraft draft = new PlanDraft(
                Base.of(Settings.DEFAULT, opened),
                List.of(
                        new AxisDraft("cell", Form.LIST, List.of("gru", "lstm")),
                        new AxisDraft("hidden", Form.RANGE, List.of("8", "24", "3")),
                        new AxisDraft("learning-rate", Form.LOG_RANGE, List.of("0.001", "0.1", "3")),
                        new AxisDraft("clip-norm", Form.LIST, List.of("1", "0.5"))),
                "7,",
                "epochs",
                "0.5");

        draft.write(folder.resolve("plan.json"));

        PlanDraft read = PlanDraft.read(folder.resolve("plan.json"));
        assertThat(read).hasToString(draft.toString());
        assertThat(read.plan()).isEqualTo(SweepPlan.read(folder.resolve("plan.json")));
        assertThat(read.plan().fingerprint()).isEqualTo(draft.plan().fingerprint());
        assertThat(read.plan().trials()).hasSize(36);
        // The text lies beside it, so both may be moved together.
        assertThat(Files.readString(folder.resolve("plan.json"))).doesNotContain(folder.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hidden | LIST | 8, eight | 1 | 9 | "eight", but expected a number
            hidden | LIST | 0 | 1 | 9 | The plan, axes > hidden: The hidden size is 0; choose a whole number from 1 to 4096.
            hidden | RANGE | 9, 8, 3 | 1 | 9 | The plan, axes > hidden: the range is empty; "from" must be below "to".
            hidden | LIST | '' | 1 | 9 | The plan, axes > hidden: got [], but expected a list in [ ] of 1 to 1000.
            learning-rate | LOG_RANGE | 0, 1, 3 | 1 | 9 | a number above 0, for the scale is "log"
            hidden | LIST | 8 | many | 9 | The plan, seeds: got "many", but expected a whole number.
            hidden | LIST | 8 | 1 | 0 | The plan, steps: got 0, but expected a whole number from 1 up.
            hidden | LIST | 8 | 20000 | 9 | a list of seeds, or how many from 1 to 10000
            """)
    void whatIsWrongIsSaidAsOfAPlansFile(
            String name, Form form, String texts, String seeds, String amount, String words) {
        AxisDraft axis = new AxisDraft(name, form, AxisDraft.split(texts));
        PlanDraft draft = new PlanDraft(Base.of(Settings.DEFAULT, drama()), List.of(axis), seeds, "steps", amount);

        assertThatThrownBy(draft::plan).isInstanceOf(ProblemException.class).hasMessageContaining(words);
        Path file = folder.resolve("plan.json");
        assertThatThrownBy(() -> draft.write(file)).hasMessageContaining(words);
        assertThat(file).doesNotExist();
    }

    @Test
    void anAxisStandsOnce() {
        AxisDraft axis = new AxisDraft("hidden", Form.LIST, List.of("8"));

        assertThatThrownBy(() -> draft(Settings.DEFAULT, axis, axis).plan())
                .hasMessage("The plan, axes: \"hidden\" stands twice; take one away.");
    }

    /** Every setting that is offered comes with values that make a plan; a bidirectional network would be cheating at this task. */
    @Test
    void whatIsSuggestedIsRight() throws IOException {
        for (String name : AxisDraft.names()) {
            AxisDraft axis = AxisDraft.suggested(name, Form.LIST, Settings.DEFAULT);
            if (!name.equals("ways")) {
                assertThat(draft(Settings.DEFAULT, axis).plan().trials())
                        .as(name)
                        .hasSize(axis.texts().size());
            }
        }
        AxisDraft range = AxisDraft.suggested("hidden", Form.LOG_RANGE, Settings.DEFAULT);
        assertThat(draft(Settings.DEFAULT, range).plan().trials()).hasSize(3);
    }

    @Test
    void valuesWithCommasHaveSemicolonsBetweenThem() {
        List<String> splits = List.of("0.8,0.1,0.1", "0.9,0.05,0.05");

        assertThat(AxisDraft.split(AxisDraft.join(splits))).isEqualTo(splits);
        assertThat(AxisDraft.split(" 8, 16 ,,32")).containsExactly("8", "16", "32");
    }
}
