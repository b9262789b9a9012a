package unroll.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cells;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.corpus.SplitPart;
import unroll.message.Front;
import unroll.message.ProblemException;
import unroll.network.Directions;

/** What every task keeps, whoever wrote it. */
class TasksTest {
    private static final long SEED = 7;
    private static final Map<String, TaskData.ExampleSets> MADE = new HashMap<>();

    static Stream<Task> tasks() {
        return Tasks.all().stream();
    }

    /** Tasks that have data without the user's pairs, and examples rather than streams. */
    static Stream<Task> tasksWithExamples() {
        return tasks().filter(task -> !task.reads().equals(Set.of(DataKind.PAIRS)))
                .filter(task -> !task.about().name().equals("next-character"));
    }

    @Test
    void everyTypeHasTasksAndEveryTaskAName() {
        for (RnnType type : RnnType.values()) {
            assertThat(Tasks.of(type)).as(type.id()).isNotEmpty();
        }
        assertThat(tasks().map(task -> task.about().name())).doesNotHaveDuplicates();
        assertThat(tasks().map(task -> task.about().title())).doesNotHaveDuplicates();
    }

    @Test
    void standInTheOrderOfTypesAndPlaces() {
        assertThat(tasks().map(task -> task.about().type())).isSorted();
        for (RnnType type : RnnType.values()) {
            assertThat(Tasks.of(type)).extracting(task -> task.about().place()).isSorted();
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void introducesItself(Task task) {
        TaskDescription about = task.about();

        assertThat(about.name()).matches("[a-z]+(-[a-z]+)*");
        assertThat(about.title()).isNotBlank();
        assertThat(about.learns()).endsWith(".");
        assertThat(about.watch()).endsWith(".");
        assertThat(task.reads()).isNotEmpty();
        assertThat(Tasks.named(about.name())).isSameAs(task);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void startsFromSettingsThatMakeANetwork(Task task) {
        StartingPoint start = task.start();

        assertThatCode(() -> Cells.named(start.cell())).doesNotThrowAnyException();
        assertThat(start.hidden()).isBetween(1, 512);
        assertThat(start.layers()).isBetween(1, 8);
        assertThat(start.batch()).isBetween(1, 4096);
        assertThat(start.rate()).isBetween(1e-5, 0.1);
        assertThatCode(() -> TaskConfig.of(task).requireAllowed(start.directions()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void optionsAreReadInTheirOwnTextForm(Task task) {
        TaskConfig standard = TaskConfig.of(task);

        assertThat(TaskConfig.parse(standard.toString()).toString()).isEqualTo(standard.toString());
        for (TaskOption<?> option : task.options()) {
            assertThat(option.name()).matches("[a-z]+");
            assertThat(option.help()).endsWith(".");
            assertThat(option.parse(String.valueOf(option.standard()))).isEqualTo(option.standard());
        }
    }

    @ParameterizedTest
    @MethodSource("tasksWithExamples")
    void nothingHeldOutOccursInTraining(Task task) {
        TaskData.ExampleSets data = data(task);
        Set<String> trained = keys(task, data.training());

        assertThat(trained).hasSizeGreaterThan(10);
        if (!task.reads().equals(Set.of(DataKind.TEXT))) {
            for (SplitPart part : List.of(SplitPart.VALIDATION, SplitPart.TEST)) {
                assertThat(keys(task, data.part(part)))
                        .as(part.title())
                        .isNotEmpty()
                        .doesNotContainAnyElementsOf(trained);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tasksWithExamples")
    void theSameSeedGivesTheSameData(Task task) {
        List<InputOutput> once = pairs(data(task).training());
        long print = data(task).training().fingerprint();

        assertThat(pairs(data(task, SEED).training())).isEqualTo(once);
        assertThat(data(task, SEED).training().fingerprint()).isEqualTo(print);
        assertThat(data(task).test().fingerprint()).isNotEqualTo(print);
        if (!task.reads().contains(DataKind.TEXT)) {
            assertThat(pairs(data(task, SEED + 1).training())).isNotEqualTo(once);
        }
    }

    @ParameterizedTest
    @MethodSource("tasksWithExamples")
    void examplesLieWithinTheirAlphabets(Task task) {
        TaskData.ExampleSets data = data(task);
        Alphabets alphabets = data.layout().alphabets();

        for (SplitPart part : List.of(SplitPart.TRAIN, SplitPart.VALIDATION, SplitPart.TEST)) {
            Examples examples = data.part(part);
            for (int index = 0; index < Math.min(500, examples.size()); index++) {
                Example example = examples.example(index);
                assertThat(within(example.source(), 0, alphabets.source())).isTrue();
                assertThat(within(example.inputs(), 0, alphabets.input())).isTrue();
                assertThat(within(example.targets(), Batch.NO_TARGET, alphabets.output()))
                        .isTrue();
                assertThat(asked(example)).isPositive();
                assertThat(examples.steps(index)).isEqualTo(example.source().length + example.inputs().length);
                assertThat(example.source().length > 0)
                        .isEqualTo(task.about().type().hasEncoder());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tasksWithExamples")
    void batchesHoldEveryTarget(Task task) {
        TaskData.ExampleSets data = data(task);
        BatchPlan plan = new BatchPlan(data.validation(), task.about().type(), 16, SEED);
        int targets = 0;
        for (int number = 0; number < plan.batches(); number++) {
            targets += plan.read(0, number).targets();
        }

        assertThat(targets)
                .isEqualTo(IntStream.range(0, data.validation().size())
                        .map(index -> asked(data.validation().example(index)))
                        .sum());
    }

    @ParameterizedTest
    @MethodSource("tasksWithExamples")
    void itsOwnExampleCanBeTried(Task task) {
        Layout layout = data(task).layout();
        String read = task.tryIt().read().apply(task.tryIt().example());

        Example prompt = layout.prompt(read);

        assertThat(prompt.targets()).containsOnly(Batch.NO_TARGET);
        if (task.about().type().answer() == AnswerMode.WRITTEN) {
            assertThat(prompt.inputs()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("tasksWithExamples")
    void theRightAnswerIsJudgedRight(Task task) {
        TaskData.ExampleSets data = data(task);
        for (int index = 0; index < Math.min(200, data.validation().size()); index++) {
            int[] targets = IntStream.of(data.validation().example(index).targets())
                    .filter(target -> target != Batch.NO_TARGET)
                    .toArray();
            for (int place = 0; place < targets.length; place++) {
                AlphabetEntry right = data.layout().alphabets().output().symbol(targets[place]);
                assertThat(task.matcher().accepts(data.validation().pair(index), place, right, right))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tasksWithExamples")
    void aModelThatExistsReadsOtherDataInItsOwnAlphabets(Task task) {
        TaskData.ExampleSets data = data(task);
        TaskRequest request = request(task, SEED + 1).withKnown(data.layout());

        TaskData.ExampleSets again = (TaskData.ExampleSets) TaskConfig.of(task).data(request);

        assertThat(again.layout()).isEqualTo(data.layout());
    }

    @Test
    void theTextGeneratorStandsFirstAndReadsStreams() {
        Task task = Tasks.standard();
        TaskData data = TaskConfig.of(task).data(request(task, SEED));

        assertThat(data).isInstanceOf(TaskData.Streams.class);
        assertThatThrownBy(() -> TaskConfig.of(task).requireAllowed(Directions.BIDIRECTIONAL))
                .hasMessage(
                        "A bidirectional network would read the character it is to predict; choose a unidirectional one.");
    }

    @Test
    void refusesATextTaskWithoutATextAndOwnPairsWithoutAFile() {
        TaskRequest request = TaskRequest.of(SEED, Split.DEFAULT);

        assertThatThrownBy(() -> TaskConfig.parse("bigram").data(request))
                .hasMessage("The task \"bigram\" reads a text; give it one.");
        assertThatThrownBy(() -> TaskConfig.parse("own-tags").data(request))
                .hasMessage("The task \"own-tags\" reads pairs; give it a file of lines input<TAB>output.");
        assertThatThrownBy(() -> TaskConfig.parse("capitals").data(request))
                .hasMessage("The task \"capitals\" takes its lines from a text; open one, or choose names instead.")
                .asInstanceOf(type(ProblemException.class))
                .extracting(refused -> refused.problem().sentence(Front.COMMAND_LINE))
                .isEqualTo("The task \"capitals\" takes its lines from a text; give it one, or set names=true.");
    }

    @Test
    void readsTheUsersOwnPairs() {
        List<InputOutput> pairs = IntStream.range(0, 40)
                .mapToObj(i -> new InputOutput("line" + i, i % 2 == 0 ? "even" : "odd"))
                .toList();
        TaskRequest request = TaskRequest.of(SEED, new Split(0.8, 0.1, 0.1)).withPairs(pairs);

        TaskData.ExampleSets data =
                (TaskData.ExampleSets) TaskConfig.parse("language").data(request);

        assertThat(data.layout().alphabets().output().labels()).containsExactly("even", "odd");
        assertThat(data.training().size()).isEqualTo(32);
    }

    @Test
    void aModelRefusesDataItCannotRead() {
        Layout digits = data(Tasks.named("addition")).layout();
        TaskRequest request = TaskRequest.of(SEED, Split.DEFAULT)
                .withKnown(digits)
                .withPairs(IntStream.range(0, 40)
                        .mapToObj(i -> new InputOutput("x" + i, "1"))
                        .toList());

        assertThatThrownBy(() -> TaskConfig.parse("own-pairs").data(request))
                .hasMessage("The model has never seen \"x\"; leave it out.");
    }

    @Test
    void refusesATaskThatIsNone() {
        assertThatThrownBy(() -> Tasks.named("adition"))
                .hasMessageStartingWith("There is no task named \"adition\"; choose one of ")
                .hasMessageContaining("addition");
    }

    @Test
    void refusesWhatATaskDoesNotRead() {
        TaskRequest request = TaskRequest.of(SEED, Split.DEFAULT);

        assertThatThrownBy(
                        () -> TaskConfig.parse("addition").data(request.withPairs(List.of(new InputOutput("a", "b")))))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The task \"addition\" does not read pairs; leave the file out, or choose another task.");
    }

    /** Making data takes longer than looking at them. */
    private static TaskData.ExampleSets data(Task task) {
        TaskData.ExampleSets made = MADE.get(task.about().name());
        if (made == null) {
            made = data(task, SEED);
            MADE.put(task.about().name(), made);
        }
        return made;
    }

    private static TaskData.ExampleSets data(Task task, long seed) {
        return (TaskData.ExampleSets) TaskConfig.of(task).data(request(task, seed));
    }

    private static TaskRequest request(Task task, long seed) {
        TaskRequest request = TaskRequest.of(seed, Split.DEFAULT);
        return task.reads().contains(DataKind.TEXT) ? request.withText(text()) : request;
    }

    private static Corpus text() {
        String line = "The quick Brown fox No. %d jumps over the lazy Dog; nobody knows why.\n";
        return CorpusReader.ofText(
                "text", IntStream.range(0, 300).mapToObj(line::formatted).collect(Collectors.joining()));
    }

    private static boolean within(int[] symbols, int min, Alphabet alphabet) {
        return IntStream.of(symbols).allMatch(symbol -> symbol >= min && symbol < alphabet.size());
    }

    private static int asked(Example example) {
        return (int) IntStream.of(example.targets())
                .filter(target -> target != Batch.NO_TARGET)
                .count();
    }

    private static Set<String> keys(Task task, Examples examples) {
        Set<String> keys = new HashSet<>();
        pairs(examples).forEach(pair -> keys.add(task.about().type().heldOutSide(pair)));
        return keys;
    }

    private static List<InputOutput> pairs(Examples examples) {
        List<InputOutput> pairs = new ArrayList<>();
        for (int index = 0; index < examples.size(); index++) {
            pairs.add(examples.pair(index));
        }
        return pairs;
    }
}
