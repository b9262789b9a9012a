package unroll.session.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import unroll.checkpoint.RunNotes;
import unroll.checkpoint.TextSource;
import unroll.corpus.Vocabulary;
import unroll.message.Reason;
import unroll.session.data.Dataset;
import unroll.session.history.History;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.task.Layout;
import unroll.train.RunMetrics;

/** Gives out fake learners, and files that name the text they need. */
public final class FakeWorkshop implements TrainerFactory {
    static final int SHORTEST = 20;

    /** For tests of something else. */
    public static final History.Limits NO_MOMENTS = new History.Limits(0, 0, Duration.ZERO);

    public final List<FakeLearner> learners = Collections.synchronizedList(new ArrayList<>());

    /** Models that fit side by side. */
    public volatile int room = 5;

    /** What happens while settings are checked. */
    public volatile Runnable onCheck = () -> {};

    /** What happens while it is looked up what a model in a file was trained on. */
    public volatile Runnable onSubject = () -> {};

    /** What happens before a model is written. */
    public volatile Runnable onWrite = () -> {};

    /** What is done to every new learner. */
    public volatile Consumer<FakeLearner> prepare = learner -> {};

    /** The text that files need. */
    public volatile TextSource textOfFiles = new TextSource("gone.txt", "", "UTF-8", 99, 0);

    /** What models in files were made from. */
    public volatile Settings settingsOfFiles = Settings.DEFAULT.withModel(ModelSettings.DEFAULT.withHidden(7));

    /** The same, file by file. */
    public volatile Function<Path, Settings> settingsOf = file -> settingsOfFiles;

    /** The symbols of models in files. */
    public volatile Layout layoutOfFiles = Layout.of(new Vocabulary(new int[] {'a', 'b'}));

    public FakeLearner last() {
        return learners.get(learners.size() - 1);
    }

    @Override
    public void check(Dataset dataset, Settings settings) {
        onCheck.run();
        if (dataset.source() != null && dataset.source().length() < SHORTEST) {
            throw Reason.NOTHING_TO_LEARN.exception("1 character");
        }
    }

    @Override
    public void checkTogether(Dataset dataset, List<Settings> models) {
        if (models.size() > room) {
            throw Reason.TOO_LONG.exception("race", models.size(), room);
        }
    }

    @Override
    public Learner begin(Dataset dataset, Settings settings) {
        return add(0);
    }

    FakeLearner add(long steps) {
        FakeLearner learner = new FakeLearner(this);
        learner.steps = steps;
        prepare.accept(learner);
        learners.add(learner);
        return learner;
    }

    @Override
    public Learner.Capture read(Path file) throws IOException {
        String[] words = Files.readString(file).split(" ");
        long steps = Long.parseLong(words[0]);
        RunNotes notes = new RunNotes(
                RunMetrics.standing(steps, steps / 100.0, 12, new RunMetrics.Losses(2, 3, 2.5), 0.25), 1, "");
        return new FakeLearner.FakeCapture(this, file, steps, Double.parseDouble(words[1]), notes);
    }
}
