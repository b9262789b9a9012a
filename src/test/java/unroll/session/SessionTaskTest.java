package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.corpus.CorpusReader;
import unroll.message.Front;
import unroll.message.ProblemException;
import unroll.network.Directions;
import unroll.sample.Answerer;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.session.model.ModelSnapshot;
import unroll.settings.Settings;
import unroll.task.TaskConfig;
import unroll.task.Tasks;
import unroll.task.TryIt;
import unroll.train.TrainingConfig;

/** A session that learns something else than to go on with a text. */
class SessionTaskTest {
    private static final String TEXT = "A rose is a rose, und Rosen sind Rosen.\n".repeat(1_500);

    @TempDir
    Path folder;

    private static Settings settings(String task) {
        Settings start = Settings.startingWith(TaskConfig.parse(task));
        TrainingConfig training = start.training().with(change -> change.batch = 16);
        return start.withModel(start.model().withHidden(8)).withTraining(training);
    }

    private Session session() {
        return new Session(folder.resolve("home"));
    }

    private static void steps(Session session, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            Until.done(session.step());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bigram",
                "binary-addition:examples=200",
                "window:window=6",
                "first-symbol:examples=200",
                "continuation:length=8",
                "names",
                "addition:digits=1,examples=100",
                "echo:examples=100"
            })
    void everyTypeTrainsWritesSavesAndGoesOn(String task) throws Exception {
        Path file = folder.resolve("model.safetensors");
        float[] weights;
        try (Session session = session()) {
            Until.done(session.data().openText("roses", TEXT));
            Until.done(session.data().choose(settings(task), null));
            assertThat(session.status().model().parameters())
                    .as("known before Train")
                    .isPositive();
            steps(session, 3);
            Until.done(session.modelFiles().save(file));
            SampleRequest request = new SampleRequest("", 20, "", SamplingSettings.DEFAULT, 1);
            assertThat(Until.done(session.copies().sample(request, piece -> {})))
                    .isNotEmpty();
            steps(session, 2);
            weights = Until.done(session.copies().snapshot())
                    .network()
                    .parameters()
                    .values();
        }
        try (Session session = session()) {
            Until.done(session.data().openText("roses", TEXT));
            Until.done(session.modelFiles().open(file));
            assertThat(session.status().settings()).isEqualTo(settings(task));
            steps(session, 2);
            ModelSnapshot model = Until.done(session.copies().snapshot());
            assertThat(model.network().parameters().values()).isEqualTo(weights);
            assertThat(model.step()).isEqualTo(5);
            TryIt tryIt = model.task().task().tryIt();
            String example = tryIt.read().apply(tryIt.example());
            if (model.task().task().writing(model.task().choices()).isEmpty()) {
                assertThat(new Answerer(model.network(), model.layout())
                                .answer(example)
                                .symbols())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void theExamplesOfAModelAreMadeAgainWithoutAnyText() throws Exception {
        Path file = folder.resolve("model.safetensors");
        try (Session session = session()) {
            Until.done(session.data().choose(settings("reversal:examples=100"), null));
            steps(session, 1);
            Until.done(session.modelFiles().save(file));
        }
        try (Session session = session()) {
            Until.done(session.modelFiles().open(file));
            steps(session, 1);
            assertThat(session.status().metrics().step()).isEqualTo(2);
            assertThat(session.status().opened().text()).isNull();
        }
    }

    @Test
    void openingATextGoesBackToTheTextGenerator() throws Exception {
        try (Session session = session()) {
            Until.done(session.data().choose(settings("reversal:examples=100"), null));
            Until.done(session.data().openText("roses", TEXT));
            assertThat(session.status().settings().task()).isEqualTo(TaskConfig.of(Tasks.standard()));
        }
    }

    @Test
    void aTaskThatReadsATextKeepsItsPlaceWhenAnotherTextIsOpened() throws Exception {
        try (Session session = session()) {
            Until.done(session.data().openText("roses", TEXT));
            Until.done(session.data().choose(settings("bigram"), null));
            Until.done(session.data().openText("more roses", TEXT + TEXT));
            assertThat(session.status().settings().task()).isEqualTo(TaskConfig.parse("bigram"));
        }
    }

    @Test
    void nothingChangesWhereAFileOfPairsIsMalformed() throws Exception {
        Path pairs = Files.writeString(folder.resolve("pairs.tsv"), "one\ttwo\nthree\n");
        try (Session session = session()) {
            Until.done(session.data().openText("roses", TEXT));
            assertThatThrownBy(() -> Until.done(session.data().choose(settings("own-pairs"), pairs)))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("line 2 has no tab");
            assertThat(session.status().settings()).isEqualTo(Settings.DEFAULT);
            assertThat(session.status().opened().text().name()).isEqualTo("roses");
        }
    }

    @Test
    void ownPairsAreFoundAgain() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append("abc".repeat(1 + i % 5))
                    .append(i)
                    .append('\t')
                    .append(i % 2 == 0 ? "even" : "odd")
                    .append('\n');
        }
        Path pairs = Files.writeString(folder.resolve("pairs.tsv"), lines);
        Path file = folder.resolve("model.safetensors");
        try (Session session = session()) {
            Until.done(session.data().choose(settings("language"), pairs));
            steps(session, 1);
            Until.done(session.modelFiles().save(file));
        }
        try (Session session = session()) {
            Until.done(session.modelFiles().open(file));
            steps(session, 1);
            assertThat(session.status().opened().pairs().name()).isEqualTo("pairs.tsv");
        }
    }

    @Test
    void aNetworkThatWouldCheatIsRefusedWithTheReason() {
        Settings settings = Settings.DEFAULT;
        assertThatThrownBy(() -> settings.withModel(settings.model().withDirections(Directions.BIDIRECTIONAL)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("would read the character it is to predict");
    }

    @Test
    void aModelWhoseTextIsGoneWaitsForIt() throws Exception {
        Path file = folder.resolve("model.safetensors");
        Path text = Files.writeString(folder.resolve("text.txt"), TEXT);
        try (Session session = session()) {
            Until.done(session.data().openCorpus(text, null, CodingErrorAction.REPORT, CorpusReader.Progress.NONE));
            Until.done(session.data().choose(settings("bigram"), null));
            steps(session, 2);
            Until.done(session.modelFiles().save(file));
        }
        Path moved = Files.move(text, folder.resolve("moved.txt"));
        try (Session session = session()) {
            Until.done(session.modelFiles().open(file));
            assertThatThrownBy(() -> Until.done(session.train()))
                    .hasMessageContaining("text.txt, which this model was trained on, was not found");
            Until.done(session.data().openCorpus(moved, null, CodingErrorAction.REPORT, CorpusReader.Progress.NONE));
            steps(session, 1);
            assertThat(session.status().metrics().step()).isEqualTo(3);
        }
    }

    @Test
    void aModelWhoseTextHasChangedContinuesWithItAsItIsNow() throws Exception {
        Path file = folder.resolve("model.safetensors");
        Path text = Files.writeString(folder.resolve("text.txt"), TEXT);
        try (Session session = session()) {
            Until.done(session.data().openCorpus(text, null, CodingErrorAction.REPORT, CorpusReader.Progress.NONE));
            steps(session, 2);
            Until.done(session.modelFiles().save(file));
        }
        Files.writeString(text, TEXT + TEXT.substring(0, 20));
        try (Session session = session()) {
            Until.done(session.modelFiles().open(file));
            assertThat(session.modelFiles().missingData().sentence(Front.WINDOW))
                    .isEqualTo(
                            "text.txt has changed since this model was trained; open it to continue with it as it is now.");
            Until.done(session.data().openCorpus(text, null, CodingErrorAction.REPORT, CorpusReader.Progress.NONE));
            assertThat(session.modelFiles().missingData()).isNull();
            steps(session, 1);
            assertThat(session.status().metrics().step()).isEqualTo(3);
        }
        Files.writeString(text, TEXT + "\u2603");
        try (Session session = session()) {
            Until.done(session.modelFiles().open(file));
            assertThatThrownBy(() -> Until.done(session.data()
                            .openCorpus(text, null, CodingErrorAction.REPORT, CorpusReader.Progress.NONE)))
                    .hasMessageContaining("The model has never seen");
            assertThat(session.status().metrics().step())
                    .as("the model is still there")
                    .isEqualTo(2);
        }
    }
}
