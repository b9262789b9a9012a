package unroll.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.checkpoint.Checkpoint;
import unroll.session.report.RunTable;
import unroll.sweep.BackgroundSweep.Forecast;
import unroll.sweep.BackgroundSweep.Options;
import unroll.sweep.BackgroundSweep.SweepState;
import unroll.sweep.BackgroundSweep.SweepStatus;
import unroll.train.MemoryEstimate;

class BackgroundSweepTest {
    private static final MemoryEstimate NOTHING = new MemoryEstimate(0, 0);
    private static final Options TWO = new Options(2, false, NOTHING);
    /** So long that no test sees its end. */
    private static final String ENDLESS = Plans.EIGHT.replace("\"steps\": 6", "\"steps\": 100000000");

    private final BackgroundSweep sweep = new BackgroundSweep();

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void writeTheText() throws IOException {
        out = folder.resolve("runs.csv");
        Files.writeString(folder.resolve("text.txt"), "the quick brown fox jumps over the lazy dog. ".repeat(20));
    }

    @AfterEach
    void stop() throws Exception {
        await(sweep.stop());
    }

    private static <T> T await(CompletableFuture<T> answer) throws Exception {
        return answer.get(60, TimeUnit.SECONDS);
    }

    private PlanDraft draft(String json) throws IOException {
        return PlanDraft.read(Files.writeString(folder.resolve("plan.json"), json));
    }

    private SweepStatus awaitStatus(Predicate<SweepStatus> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.test(sweep.status())) {
            assertThat(System.nanoTime())
                    .as("waited in vain: %s", sweep.status())
                    .isLessThan(deadline);
            Thread.onSpinWait();
        }
        return sweep.status();
    }

    private SweepStatus awaitEnd() throws Exception {
        return awaitStatus(status -> status.state() == SweepState.STOPPED);
    }

    private String sweptByTheCommand() throws IOException {
        Path whole = folder.resolve("whole.csv");
        TrialRunner runner = Plans.runner(Plans.EIGHT, folder);
        new LocalSweep(runner, SweepTable.open(whole, runner), new LocalSweep.Folders(null, null))
                .run(runner.plan().trials(), 1, () -> true, LocalSweep.Listener.NONE);
        return Files.readString(whole);
    }

    @Test
    void itsTableIsTheCommandsToTheByteAndThePlanLiesBesideIt() throws Exception {
        await(sweep.start(draft(Plans.EIGHT), out, new Options(2, true, NOTHING)));
        SweepStatus end = awaitEnd();

        assertThat(end.failure()).isNull();
        assertThat(end.ended()).isEqualTo(8);
        assertThat(sweep.entries()).extracting(SweepTable.Entry::trial).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(Files.readString(out)).isEqualTo(sweptByTheCommand());
        SweepPlan beside = SweepPlan.read(folder.resolve("runs.json"));
        assertThat(beside.fingerprint())
                .isEqualTo(Plans.read(Plans.EIGHT, folder).fingerprint());
        Path model = sweep.model(3);
        assertThat(model).isEqualTo(folder.resolve("runs-models").resolve("trial-0003.safetensors"));
        assertThat(Checkpoint.load(model).training().state().steps()).isEqualTo(6);
        assertThat(sweep.model(9)).isNull();
    }

    @Test
    void whatTheCommandBeganIsGoneOnWith() throws Exception {
        String whole = sweptByTheCommand();
        Files.writeString(out, String.join("\r\n", whole.lines().toList().subList(0, 4)) + "\r\n");

        await(sweep.open(draft(Plans.EIGHT), out));
        assertThat(sweep.status().state()).isEqualTo(SweepState.STOPPED);
        assertThat(sweep.status().ended()).isEqualTo(3);
        await(sweep.start(draft(Plans.EIGHT), out, TWO));
        awaitEnd();

        assertThat(Files.readString(out)).isEqualTo(whole);
    }

    @Test
    void aPauseHoldsEveryTrialAndAStopKeepsWhatHasEnded() throws Exception {
        await(sweep.start(draft(ENDLESS), out, TWO));
        awaitStatus(status -> status.done() > 0);

        sweep.setPaused(true);
        assertThat(sweep.status().state()).isEqualTo(SweepState.PAUSED);
        double held = awaitHeld();
        sweep.setWaiting(true);
        sweep.setPaused(false);
        assertThat(sweep.status().state()).isEqualTo(SweepState.WAITING);
        assertThat(awaitHeld()).isEqualTo(held);
        sweep.setWaiting(false);
        awaitStatus(status -> status.done() > held);
        await(sweep.stop());

        assertThat(sweep.status().state()).isEqualTo(SweepState.STOPPED);
        assertThat(sweep.status().ended()).isZero();
        assertThat(SweepTable.open(out, Plans.runner(ENDLESS, folder)).size()).isZero();
    }

    /** Where the sweep is when all trials wait. */
    private double awaitHeld() throws Exception {
        awaitStatus(status -> Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("unroll-trial-"))
                .allMatch(thread -> thread.getState() == Thread.State.WAITING));
        return sweep.status().done();
    }

    @Test
    void aTableOfAnotherPlanIsRefusedAndNothingIsTouched() throws Exception {
        String before = sweptByTheCommand();
        Files.writeString(out, before);

        assertThatThrownBy(() -> await(sweep.start(draft(ENDLESS), out, TWO)))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessage(out
                        + " holds trials of another plan; choose another file for the table, or take the old plan.");
        assertThatThrownBy(() -> await(sweep.open(draft(ENDLESS), out)))
                .cause()
                .hasMessageContaining(" holds trials of another plan;");

        assertThat(Files.readString(out)).isEqualTo(before);
        assertThat(folder.resolve("runs.json")).doesNotExist();
        assertThat(sweep.status().state()).isEqualTo(SweepState.NONE);
    }

    @Test
    void aPlanOfSomethingElseBesideTheTableIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("runs.json"), ENDLESS);

        assertThatThrownBy(() -> await(sweep.start(draft(Plans.EIGHT), out, TWO)))
                .cause()
                .hasMessage(folder.resolve("runs.json")
                        + " exists and is not the plan of this table; choose another file for the table.");

        assertThat(Files.readString(folder.resolve("runs.json"))).isEqualTo(ENDLESS);
        assertThat(out).doesNotExist();
    }

    @Test
    void oneTableIsWrittenByOneSweepAtATime() throws Exception {
        await(sweep.start(draft(ENDLESS), out, TWO));
        BackgroundSweep other = new BackgroundSweep();

        assertThatThrownBy(() -> await(other.start(draft(ENDLESS), out, TWO)))
                .cause()
                .hasMessageContaining("is being written by another run");

        await(sweep.stop());
        await(other.start(draft(ENDLESS), out, TWO));
        await(other.stop());
    }

    @Test
    void aForecastKnowsTrialsMemoryAndTime() throws Exception {
        Forecast forecast = await(sweep.forecast(draft(Plans.EIGHT), 1));

        assertThat(forecast.plan().trials()).hasSize(8);
        assertThat(forecast.memory())
                .isEqualTo(SweepEstimate.of(Plans.runner(Plans.EIGHT, folder)).memory());
        assertThat(await(forecast.seconds().get())).isPositive();
    }

    @Test
    void whatMemoryDoesNotHoldIsRefusedBesideTheModelThatIsThere() throws Exception {
        MemoryEstimate huge = new MemoryEstimate(1L << 50, 1L << 50);

        assertThatThrownBy(() -> await(sweep.start(draft(Plans.EIGHT), out, new Options(1, false, huge))))
                .cause()
                .hasMessageStartingWith("These 2 networks together take about ");
        assertThat(out).doesNotExist();
    }

    /** As a cluster leaves them, and Spark: a file for each trial. */
    @Test
    void theFilesOfSingleTrialsAreReadLikeTheTable() throws Exception {
        String whole = sweptByTheCommand();
        List<String> lines = whole.lines().toList();
        Path one = folder.resolve("trial-0002.csv");
        Files.writeString(one, lines.get(0) + "\r\n" + lines.get(2) + "\r\n");
        Files.writeString(out, whole);

        assertThat(RunTable.read(one)).containsExactly(RunTable.read(out).get(1));
    }
}
