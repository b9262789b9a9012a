package unroll.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.checkpoint.Checkpoint;
import unroll.message.ProblemException;
import unroll.session.report.ReportColumn;
import unroll.session.report.RunRow;
import unroll.session.report.RunTable;

class LocalSweepTest {
    private static final LocalSweep.Folders NOWHERE = new LocalSweep.Folders(null, null);

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void writeTheText() throws IOException {
        out = folder.resolve("runs.csv");
        Files.writeString(folder.resolve("text.txt"), "the quick brown fox jumps over the lazy dog. ".repeat(20));
    }

    private static boolean sweep(TrialRunner runner, Path out, int jobs, LocalSweep.Listener listener)
            throws IOException {
        SweepTable table = SweepTable.open(out, runner);
        return new LocalSweep(runner, table, NOWHERE).run(runner.plan().trials(), jobs, () -> true, listener);
    }

    private String sweptWhole() throws IOException {
        Path whole = folder.resolve("whole.csv");
        sweep(Plans.runner(Plans.EIGHT, folder), whole, 1, LocalSweep.Listener.NONE);
        return Files.readString(whole);
    }

    @Test
    void aStepTakesTimeHoweverFewAreTimed() throws IOException {
        TrialRunner runner = Plans.runner(Plans.EIGHT, folder);
        for (double limit : List.of(0.0, 3.0)) {
            assertThat(runner.secondsPerStep(runner.plan().trials().get(0), limit))
                    .as("with %s s", limit)
                    .isPositive();
        }
    }

    /** Hears which trials have ended. */
    private static final class Ended implements LocalSweep.Listener {
        private final List<Integer> trials = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void onProgress(double done) {
            assertThat(done).isBetween(0.0, 8.0);
        }

        @Override
        public void onTrial(TrialResult result) {
            trials.add(result.trial().number());
        }
    }

    @Test
    void theTableIsTheSameToTheByteHoweverManyRunSideBySide() throws IOException {
        Ended ended = new Ended();

        boolean complete = sweep(Plans.runner(Plans.EIGHT, folder), out, 3, ended);

        assertThat(complete).isTrue();
        assertThat(Files.readString(out)).isEqualTo(sweptWhole());
        assertThat(ended.trials).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        List<RunRow> rows = RunTable.read(out);
        assertThat(rows)
                .extracting(row -> row.text(ReportColumn.CELL))
                .startsWith("gru")
                .endsWith("elman");
        assertThat(rows).extracting(row -> row.number(ReportColumn.STEPS)).containsOnly(6.0);
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(row.number(ReportColumn.VALIDATION_LOSS)).isBetween(0.1, 5.0));
        assertThat(rows)
                .extracting(row -> row.number(ReportColumn.VALIDATION_LOSS))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRestartTrainsOnlyWhatIsMissingAndCutsATornLineOff() throws IOException {
        String whole = sweptWhole();
        List<String> lines = whole.lines().toList();
        String torn =
                String.join("\r\n", lines.subList(0, 4)) + "\r\n" + lines.get(5).substring(0, 60);
        Files.writeString(out, torn);
        Ended ended = new Ended();

        sweep(Plans.runner(Plans.EIGHT, folder), out, 2, ended);

        assertThat(Files.readString(out)).isEqualTo(whole);
        assertThat(ended.trials).containsExactlyInAnyOrder(4, 5, 6, 7, 8);
    }

    @Test
    void filesOfSingleTrialsPutUnderOneAnotherAreATable() throws IOException {
        String whole = sweptWhole();
        TrialRunner runner = Plans.runner(Plans.EIGHT, folder);
        StringBuilder all = new StringBuilder();
        for (Trial trial :
                List.of(runner.plan().trials().get(7), runner.plan().trials().get(2))) {
            Path one = folder.resolve(trial.number() + ".csv");
            SweepTable table = SweepTable.open(one, runner);
            assertThat(new LocalSweep(runner, table, NOWHERE)
                            .run(List.of(trial), 1, () -> true, LocalSweep.Listener.NONE))
                    .isTrue();
            all.append(Files.readString(one));
        }
        Files.writeString(out, all);
        Ended ended = new Ended();

        sweep(runner, out, 2, ended);

        assertThat(ended.trials).hasSize(6).doesNotContain(3, 8);
        assertThat(Files.readString(out)).isEqualTo(whole);
    }

    @Test
    void aSweepThatIsStoppedLosesOnlyWhatRuns() throws IOException {
        TrialRunner runner = Plans.runner(Plans.EIGHT, folder);
        AtomicInteger questions = new AtomicInteger();
        SweepTable table = SweepTable.open(out, runner);

        boolean complete = new LocalSweep(runner, table, NOWHERE)
                .run(runner.plan().trials(), 1, () -> questions.incrementAndGet() < 20, LocalSweep.Listener.NONE);

        assertThat(complete).isFalse();
        assertThat(table.size()).isBetween(1, 3);
        assertThat(RunTable.read(out)).hasSize(table.size());
        sweep(runner, out, 2, LocalSweep.Listener.NONE);
        assertThat(Files.readString(out)).isEqualTo(sweptWhole());
    }

    @Test
    void aTrialThatDivergesIsARowThatSaysSo() throws IOException {
        String plan = Plans.plan(
                "{\"file\": \"text.txt\"}",
                "\"axes\": {\"optimizer\": [\"sgd\"], \"learning-rate\": [0.1, 1e30]}, \"steps\": 60");
        TrialRunner runner = Plans.runner(plan, folder);

        boolean complete = sweep(runner, out, 1, LocalSweep.Listener.NONE);

        assertThat(complete).isTrue();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).endsWith(",1," + runner.plan().fingerprint() + ",done");
        assertThat(lines.get(2)).contains(",2," + runner.plan().fingerprint() + ",diverged: ");
        SweepTable table = SweepTable.open(out, runner);
        assertThat(table.diverged()).isEqualTo(1);
        assertThat(table.best()).isNotNull().extracting(SweepTable.Entry::trial).isEqualTo(1);
    }

    @Test
    void curvesAndModelsLieBesideTheTable() throws IOException {
        TrialRunner runner = Plans.runner(Plans.EIGHT, folder);
        LocalSweep.Folders folders = new LocalSweep.Folders(folder, folder);
        List<Trial> one = List.of(runner.plan().trials().get(1));

        new LocalSweep(runner, SweepTable.open(out, runner), folders).run(one, 1, () -> true, LocalSweep.Listener.NONE);

        assertThat(Files.readAllLines(folder.resolve("trial-0002.csv")))
                .hasSize(7)
                .first()
                .asString()
                .startsWith("step,");
        Checkpoint model = Checkpoint.load(folder.resolve("trial-0002.safetensors"));
        assertThat(model.training().state().steps()).isEqualTo(6);
        assertThat(model.training().config().seed())
                .isEqualTo(one.get(0).settings().training().seed());
    }

    @Test
    void aTrialOfMinutesEndsWithAMeasurement() throws IOException {
        String plan = Plans.plan("{\"file\": \"text.txt\"}", "\"minutes\": 0.0001")
                .replace("\"validate-every\": 3", "\"validate-every\": 1000000");
        TrialRunner runner = Plans.runner(plan, folder);

        sweep(runner, out, 1, LocalSweep.Listener.NONE);

        RunRow row = RunTable.read(out).get(0);
        assertThat(row.number(ReportColumn.STEPS)).isPositive();
        assertThat(row.number(ReportColumn.VALIDATION_LOSS)).isPositive();
    }

    @Test
    void anotherPlanOrTextIsRefusedAndNothingIsLost() throws IOException {
        String before = sweptWhole();
        Files.writeString(out, before);
        String longer = Plans.EIGHT.replace("\"steps\": 6", "\"steps\": 7");

        assertThatThrownBy(() -> SweepTable.open(out, Plans.runner(longer, folder)))
                .isInstanceOf(ProblemException.class)
                .hasMessage(out
                        + " holds trials of another plan; choose another file for the table, or take the old plan.");
        Files.writeString(folder.resolve("text.txt"), "!", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> SweepTable.open(out, Plans.runner(Plans.EIGHT, folder)))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The text has changed since the trials in " + out
                        + " were trained; choose another file for the table, or take the old text.");
        assertThat(Files.readString(out)).isEqualTo(before);
    }

    @Test
    void aDamagedLineIsNamed() throws IOException {
        String damaged = sweptWhole().replaceFirst("gru,6,1,", "gru,6,");
        Files.writeString(out, damaged);

        assertThatThrownBy(() -> SweepTable.open(out, Plans.runner(Plans.EIGHT, folder)))
                .isInstanceOf(ProblemException.class)
                .hasMessage("Line 2 of " + out + " is damaged; remove it to have its trial trained again.");
        assertThat(Files.readString(out)).isEqualTo(damaged);
    }

    /** A folder in place of the file stands for a disk that takes nothing more. */
    @Test
    void aRowThatCannotBeWrittenEndsTheSweepWithASentence() throws IOException {
        TrialRunner runner = Plans.runner(Plans.EIGHT, folder);
        SweepTable table = SweepTable.open(out, runner);
        TrialResult result =
                runner.run(runner.plan().trials().get(0), null, share -> true).orElseThrow();
        table.append(result);
        byte[] before = Files.readAllBytes(out);
        Path aside = Files.move(out, folder.resolve("aside.csv"));
        Files.createDirectory(out);
        LocalSweep sweep = new LocalSweep(runner, table, NOWHERE);

        assertThatThrownBy(() -> sweep.run(runner.plan().trials(), 2, () -> true, LocalSweep.Listener.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("The last lines of " + out + " are missing (");

        Files.delete(out);
        Files.move(aside, out);
        assertThat(Files.readAllBytes(out)).isEqualTo(before);
        sweep(runner, out, 2, LocalSweep.Listener.NONE);
        assertThat(Files.readString(out)).isEqualTo(sweptWhole());
    }

    @Test
    void whatNoMemoryHoldsIsRefusedBeforeAnythingRuns() throws IOException {
        TrialRunner runner = Plans.runner(
                Plans.plan(
                        "{\"file\": \"text.txt\"}",
                        "\"axes\": {\"layers\": [1, 8], \"hidden\": [8, 4096]}, \"steps\": 1"),
                folder);

        assertThatThrownBy(() -> SweepEstimate.of(runner))
                .isInstanceOf(ProblemException.class)
                .hasMessageMatching("Trial \\d \\(layers \\d, hidden 4096\\): Training needs about .*; choose .*");
    }

    @Test
    void anEstimateKnowsStepsAndTheLargestTrial() throws IOException {
        TrialRunner runner = Plans.runner(
                Plans.plan("{\"file\": \"text.txt\"}", "\"axes\": {\"hidden\": [8, 64]}, \"epochs\": 2, \"seeds\": 2"),
                folder);

        SweepEstimate estimate = SweepEstimate.of(runner);

        // 720 characters to learn from: 35 steps of 20 an epoch.
        assertThat(estimate.costs()).extracting(SweepEstimate.Cost::steps).containsOnly(70L);
        assertThat(estimate.costs()).extracting(SweepEstimate.Cost::parameters).isSorted();
        assertThat(estimate.memory())
                .isEqualTo(estimate.costs().get(3).memory().total())
                .isGreaterThan(estimate.costs().get(0).memory().total());
        assertThat(estimate.seconds(runner, 1)).isPositive();
    }

    @Test
    void rowsHaveNeitherClockNorDate() throws IOException {
        assertThat(sweptWhole().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
        RunRow row = RunTable.read(folder.resolve("whole.csv")).get(0);

        assertThat(List.of(
                        row.text(ReportColumn.DATE),
                        row.text(ReportColumn.SECONDS),
                        row.text(ReportColumn.CHARS_PER_SECOND)))
                .containsOnly("");
    }
}
