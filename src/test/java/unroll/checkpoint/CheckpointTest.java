package unroll.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.matrix.WorkerGroup;
import unroll.message.ProblemException;
import unroll.network.Capacity;
import unroll.network.Directions;
import unroll.network.Initialization;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.network.Stepper;
import unroll.network.Unroll;
import unroll.network.Vocabularies;
import unroll.train.OptimizerSpec;
import unroll.train.RateSchedule;
import unroll.train.Trainer;
import unroll.train.TrainerState;
import unroll.train.TrainingConfig;

class CheckpointTest {
    @TempDir
    Path folder;

    private Path file;
    private Corpus corpus;

    @BeforeEach
    void setUp() throws IOException {
        file = folder.resolve("model.safetensors");
        corpus = Runs.corpus();
    }

    static Stream<String> cells() {
        return Cells.all().stream().map(Cell::name);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void returnsToTheBit(String cell) throws IOException {
        Checkpoint saved = Runs.trained(cell, 4);
        saved.save(file);
        Checkpoint loaded = Checkpoint.load(file);
        assertThat(loaded.spec()).isEqualTo(saved.spec());
        assertThat(loaded.subject()).isEqualTo(saved.subject());
        assertThat(loaded.training().config()).isEqualTo(saved.training().config());
        assertThat(loaded.training().split()).isEqualTo(saved.training().split());
        assertThat(loaded.training().notes()).isEqualTo(saved.training().notes());
        assertSame(loaded.training().state(), saved.training().state());
        assertThat(saved.training().state().moments())
                .as("the test is worth something")
                .hasSize(2);
    }

    static Stream<NetworkSpec> shapes() {
        return cells().map(cell -> new NetworkSpec(cell, 10, 7, 2, 0.3))
                .flatMap(spec -> Stream.of(
                        spec.with(new Vocabularies(10, 4)),
                        spec.with(Directions.BIDIRECTIONAL),
                        spec.with(new Vocabularies(6, 10, 5))));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyShapeReturnsToTheBit(NetworkSpec spec) throws IOException {
        Checkpoint saved = Runs.ofShape(spec);
        saved.save(file);
        Checkpoint loaded = Checkpoint.load(file);
        assertThat(loaded.spec()).isEqualTo(spec);
        assertThat(loaded.subject()).isEqualTo(saved.subject());
        assertSame(loaded.training().state(), saved.training().state());
    }

    /** Compares bit for bit, a minus zero included. */
    private static void assertSame(TrainerState one, TrainerState other) {
        assertThat(one.steps()).isEqualTo(other.steps());
        assertThat(one.updates()).isEqualTo(other.updates());
        assertThat(one.plateau()).isEqualTo(other.plateau());
        assertThat(one.random()).isEqualTo(other.random());
        assertThat(one.lastGood().step()).isEqualTo(other.lastGood().step());
        assertThat(one.lastGood().meanLoss())
                .isEqualTo((Double) other.lastGood().meanLoss());
        assertThat(one.lastGood().steady()).isEqualTo(other.lastGood().steady());
        assertThat(one.lastGood().weights()).isEqualTo(other.lastGood().weights());
        assertThat(bits(one.weights())).isEqualTo(bits(other.weights()));
        assertThat(one.moments()).hasSameSizeAs(other.moments());
        for (int i = 0; i < one.moments().size(); i++) {
            assertThat(bits(one.moments().get(i)))
                    .isEqualTo(bits(other.moments().get(i)));
        }
        assertThat(one.hidden().columns()).isEqualTo(other.hidden().columns());
        assertThat(one.hidden().buffers()).isDeepEqualTo(other.hidden().buffers());
    }

    private static int[] bits(float[] numbers) {
        int[] bits = new int[numbers.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(numbers[i]));
        return bits;
    }

    static Stream<Arguments> runs() {
        Stream<Arguments> cells =
                cells().map(cell -> Arguments.of(cell, OptimizerSpec.OptimizerKind.ADAM, RateSchedule.CONSTANT));
        Stream<Arguments> optimizers = Stream.of(OptimizerSpec.OptimizerKind.values())
                .map(kind -> Arguments.of("lstm", kind, RateSchedule.CONSTANT));
        Stream<Arguments> schedules = Stream.of(
                        new RateSchedule.StepDecay(0.7, 2),
                        new RateSchedule.Cosine(2, 9, 0.1),
                        new RateSchedule.Plateau(0.3, 1))
                .map(schedule -> Arguments.of("gru", OptimizerSpec.OptimizerKind.ADAM, schedule));
        return Stream.of(cells, optimizers, schedules).flatMap(s -> s);
    }

    /** Over an epoch's end, dropout on, two workers. */
    @ParameterizedTest
    @MethodSource("runs")
    void aResumedRunEqualsAnUninterruptedOne(String cell, OptimizerSpec.OptimizerKind optimizer, RateSchedule schedule)
            throws IOException {
        TrainingConfig config = Runs.config(optimizer, schedule);
        NetworkSpec spec = Runs.spec(cell, corpus);
        List<Trainer.Step> whole;
        TrainerState end;
        try (Trainer trainer = Runs.trainer(spec, config, corpus)) {
            assertThat(trainer.stepsPerEpoch())
                    .as("the second half crosses the end of an epoch")
                    .isBetween(20L, 40L);
            whole = steps(trainer, 42);
            end = trainer.capture();
        }
        List<Trainer.Step> parts;
        try (Trainer trainer = Runs.trainer(spec, config, corpus)) {
            parts = steps(trainer, 19);
            Runs.checkpoint(trainer, corpus).save(file);
        }
        try (Trainer resumed = Checkpoint.load(file).resume(Runs.data(corpus))) {
            parts.addAll(steps(resumed, 23));
            assertThat(parts).isEqualTo(whole);
            assertSame(resumed.capture(), end);
        }
    }

    /** Validates every fourth step, as the plateau schedule needs it. */
    private static List<Trainer.Step> steps(Trainer trainer, int count) {
        List<Trainer.Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(trainer.step());
            if (trainer.steps() % 4 == 0) {
                trainer.validate();
            }
        }
        return steps;
    }

    @ParameterizedTest
    @EnumSource(OptimizerSpec.OptimizerKind.class)
    void aFreshTrainerCanBeSaved(OptimizerSpec.OptimizerKind optimizer) throws IOException {
        try (Trainer trainer = Runs.trainer(Runs.spec("gru", corpus), Runs.config(optimizer), corpus)) {
            Runs.checkpoint(trainer, corpus).save(file);
            assertSame(Checkpoint.load(file).training().state(), trainer.capture());
        }
    }

    @Test
    void theNetworkWritesWhatTheSavedOneWrote() throws IOException {
        Checkpoint saved = Runs.trained("gru", 3);
        saved.save(file);
        Stepper before = new Stepper(saved.network());
        Stepper after = new Stepper(Checkpoint.load(file).network());
        for (int symbol = 0; symbol < 5; symbol++) {
            assertThat(after.read(symbol)).isEqualTo(before.read(symbol));
        }
    }

    @Test
    void tensorsHaveTheNamesOfPyTorch() throws IOException {
        Runs.trained("gru", 1).save(file);
        int v = corpus.vocabulary().size();
        try (SafetensorsFile in = SafetensorsFile.open(file)) {
            assertThat(in.floats("rnn.weight_ih_l0", 21, v)).hasSize(21 * v);
            assertThat(in.floats("rnn.weight_hh_l1", 21, 7)).hasSize(147);
            assertThat(in.floats("out.bias", v)).hasSize(v);
            float[] biasHh = in.floats("rnn.bias_hh_l0", 21);
            assertThat(Arrays.copyOf(biasHh, 14)).as("r and z").containsOnly(0);
            assertThat(Arrays.copyOfRange(biasHh, 14, 21)).as("n").doesNotContain(0);
            assertThat(in.floats("optimizer.1.rnn.weight_ih_l1", 21, 7)).hasSize(147);
            assertThat(in.floats("state.0", 2, 3, 7)).hasSize(42);
        }
    }

    @Test
    void knowsItsTextFromAnother() throws IOException {
        TextSource source = TextSource.of(corpus);
        assertThat(source.isOf(Runs.corpus())).isTrue();
        String text = corpus.text(new unroll.corpus.Range(0, corpus.length()));
        assertThat(source.isOf(CorpusReader.ofText("renamed", text))).isTrue();
        assertThat(source.isOf(CorpusReader.ofText("longer", text + "a"))).isFalse();
        char last = text.charAt(text.length() - 1);
        String changed = text.substring(0, text.length() - 1) + (last == 'b' ? 'c' : 'b');
        assertThat(source.isOf(CorpusReader.ofText("changed", changed))).isFalse();
        assertThat(source.path()).isNull();
    }

    @Test
    void refusesToGoOnWithOtherSymbols() throws IOException {
        Checkpoint checkpoint = Runs.trained("elman", 1);
        Corpus other = CorpusReader.ofText("other", "xyz".repeat(300));
        assertThatThrownBy(() -> checkpoint.resume(Runs.data(other)))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "The model was trained on tiny, and these data have other symbols; use what it was trained on to"
                                + " continue.");
    }

    @Test
    void refusesAVocabularyOfAnotherSize() throws IOException {
        Checkpoint checkpoint = Runs.trained("elman", 1);
        NetworkSpec wrong = new NetworkSpec("elman", 3, 7, 2, 0);
        assertThatThrownBy(() -> new Checkpoint(wrong, checkpoint.subject(), checkpoint.training()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inputs=3");
    }

    /** The script that docs/ offers is the witness for names, shapes, block orders and biases; torch is loaded once only. */
    @Test
    void pyTorchComputesTheSameLogits() throws Exception {
        Python.assumeItHas("torch", "safetensors");
        String prime = "bad \u4E2D\u00E9\uD83D\uDE00";
        List<String> arguments = new ArrayList<>(List.of(prime));
        List<Float> ours = new ArrayList<>();
        for (String cell : List.of("elman", "elman-relu", "gru", "lstm")) { // what PyTorch has, not all that we have
            Checkpoint checkpoint = Runs.trained(cell, 20);
            Path model = folder.resolve(cell + ".safetensors");
            checkpoint.save(model);
            arguments.add(model.toString());
            addLogits(checkpoint, prime, ours);
        }
        List<String> theirs = Python.run("""
                import runpy, sys
                prime, *models = sys.argv[1:]
                for model in models:
                    sys.argv = ["load_in_torch.py", model, prime]
                    runpy.run_path("docs/load_in_torch.py", run_name="__main__")
                """, arguments.toArray(String[]::new));
        assertThat(theirs).hasSameSizeAs(ours);
        for (int i = 0; i < theirs.size(); i++) {
            String[] parts = theirs.get(i).split(" ");
            assertThat(parts[0])
                    .isEqualTo(String.format(
                            Locale.ROOT,
                            "U+%04X",
                            corpus.vocabulary()
                                    .codePoint(i % corpus.vocabulary().size())));
            assertThat(Float.parseFloat(parts[1]))
                    .as("line %d: %s", i, theirs.get(i))
                    .isCloseTo(ours.get(i), within(1e-5f));
        }
    }

    /** Bidirectional, and from an encoder's last state. */
    @ParameterizedTest
    @MethodSource("shapes")
    void pyTorchComputesTheSameLogitsForEveryShape(NetworkSpec spec) throws Exception {
        Python.assumeItHas("torch", "safetensors");
        Checkpoint checkpoint = Runs.ofShape(spec);
        checkpoint.save(file);
        int[] source = spec.hasEncoder() ? new int[] {5, 0, 3} : new int[0];
        int[] inputs = {1, 9, 2, 0};
        Unroll unroll = new Unroll(checkpoint.network(), new Capacity(source.length, 4, 1), WorkerGroup.ofOne());
        unroll.forward(source, inputs, State.zero(spec, 1), null);
        List<String> theirs = Python.run("""
                import runpy, sys, torch
                network, _ = runpy.run_path("docs/load_in_torch.py")["load"](sys.argv[1])
                with torch.no_grad():
                    state = network.encode(torch.tensor([[5, 0, 3]])) if network.source else None
                    for logit in network(torch.tensor([[1, 9, 2, 0]]), state)[0].flatten().tolist():
                        print(logit)
                """, file.toString());
        float[] ours = unroll.logits();
        assertThat(theirs).hasSize(ours.length);
        for (int i = 0; i < ours.length; i++) {
            assertThat(Float.parseFloat(theirs.get(i)))
                    .as("logit %d of %s", i, spec)
                    .isCloseTo(ours[i], within(1e-5f));
        }
    }

    private static void addLogits(Checkpoint checkpoint, String prime, List<Float> into) {
        Stepper stepper = new Stepper(checkpoint.network());
        float[] logits = new float[0];
        for (int symbol : checkpoint.subject().layout().alphabets().input().encode(prime)) {
            logits = stepper.read(symbol);
        }
        for (float logit : logits) {
            into.add(logit);
        }
    }

    @ParameterizedTest
    @EnumSource
    void howTheWeightsStartedIsKept(Initialization scheme) throws IOException {
        Checkpoint saved = Runs.ofShape(new NetworkSpec("gru", 10, 7, 2, 0.3).with(scheme));
        saved.save(file);
        assertThat(Checkpoint.load(file).spec()).isEqualTo(saved.spec());
    }

    /** A file that {@code Runs.trained("lstm", 3).save(file)} wrote when the format was young: it must open for ever. */
    @Test
    void aFileOfVersionOneOpens() throws Exception {
        Path old = Path.of(
                CheckpointTest.class.getResource("version-1.safetensors").toURI());
        Checkpoint loaded = Checkpoint.load(old);
        assertThat(loaded.training().state().steps()).isEqualTo(3);
        assertThat(loaded.training().config()).isEqualTo(Runs.config(OptimizerSpec.OptimizerKind.ADAM));
        RunNotes notes = Runs.notes(3, loaded.training().config());
        assertThat(loaded.training().notes())
                .as("nothing counted validations yet")
                .isEqualTo(new RunNotes(notes.metrics(), 0, notes.curves()));
        assertThat(loaded.subject().isOf(Runs.data(corpus))).isTrue();
        assertThat(loaded.spec().initialization()).as("there was no choice yet").isEqualTo(Initialization.UNIFORM);
        try (Trainer resumed = loaded.resume(Runs.data(corpus))) {
            assertThat(resumed.step().loss()).isBetween(1.0, 3.0);
        }
    }

    /**
     * A file of version 3, from before starting weights could be chosen: {@code train --corpus tiny.txt --cell gru --hidden 4 --layers 1
     * --batch 2 --window 5 --steps 6 --validate-every 2 --threads 1} on 40 times "the cat sat on the mat. "; three more steps
     * gave this loss then.
     */
    @Test
    void aFileOfVersionThreeOpensAndGoesOnAsItDid() throws Exception {
        Path old = Path.of(
                CheckpointTest.class.getResource("version-3.safetensors").toURI());
        Checkpoint loaded = Checkpoint.load(old);
        assertThat(loaded.spec().initialization()).isEqualTo(Initialization.UNIFORM);
        assertThat(loaded.training().notes().sinceBest()).isZero();
        Corpus cats = CorpusReader.ofText("tiny.txt", "the cat sat on the mat. ".repeat(40));
        try (Trainer resumed = loaded.resume(Runs.data(cats))) {
            resumed.step();
            resumed.step();
            assertThat(resumed.step().loss()).isCloseTo(2.3468137372704456, within(1e-5));
        }
    }
}
