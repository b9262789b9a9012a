package unroll.session.model;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import unroll.checkpoint.RunNotes;
import unroll.checkpoint.TrainingData;
import unroll.checkpoint.TrainingSnapshot;
import unroll.corpus.Corpus;
import unroll.corpus.Split;
import unroll.corpus.SplitPart;
import unroll.corpus.WordList;
import unroll.lens.InputSequence;
import unroll.network.State;
import unroll.session.data.Dataset;
import unroll.task.Batch;
import unroll.task.ExampleBatch;
import unroll.task.TaskData;
import unroll.train.Evaluation;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;

/** A learner that is the real trainer. */
final class TrainerLearner implements Learner {
    private final Trainer trainer;
    private final Dataset dataset;
    private final Split split;
    /** Made when they are first needed, and kept. */
    private final Supplier<TrainingData> subject;

    private final Supplier<WordList> words;

    TrainerLearner(Trainer trainer, Dataset dataset, Split split) {
        this.trainer = trainer;
        this.dataset = dataset;
        this.split = split;
        subject = new Once<>(() -> TrainingData.of(dataset.task(), dataset.data(), dataset.source()));
        words = new Once<>(() -> words(dataset, split));
    }

    @Override
    public Trainer.Step step() {
        return trainer.step();
    }

    @Override
    public Optional<Evaluation> validate() {
        return trainer.validate();
    }

    @Override
    public long parameters() {
        return trainer.network().spec().parameters();
    }

    @Override
    public long steps() {
        return trainer.steps();
    }

    @Override
    public double epoch() {
        return trainer.epoch();
    }

    @Override
    public int charactersPerStep() {
        return trainer.charactersPerStep();
    }

    @Override
    public void change(TrainingConfig config) {
        trainer.reconfigure(config);
    }

    @Override
    public ModelSnapshot snapshot() {
        return new ModelSnapshot(trainer.model(), dataset.task(), dataset.data().layout(), trainer.weightsStep());
    }

    @Override
    public InspectionInput inspectionInput() {
        if (dataset.data() instanceof TaskData.ExampleSets examined) {
            State zero = State.zero(trainer.network().spec(), 1);
            return new InspectionInput(snapshot(), InspectionInput.longOne(examined.training()), zero);
        }
        Trainer.TrainingWindow next = trainer.nextWindow();
        InputSequence first = InputSequence.of(next.batch(), next.start(), 0);
        Batch batch = new Batch(first.steps(), 1, first.inputs(), first.targets());
        return new InspectionInput(snapshot(), new ExampleBatch(new int[0], batch), first.start());
    }

    @Override
    public Writer writer() {
        return Writers.of(snapshot(), dataset.data(), words);
    }

    private static WordList words(Dataset dataset, Split split) {
        Corpus text = dataset.source();
        return text == null || dataset.task().writing().isEmpty()
                ? WordList.NONE
                : WordList.of(text, text.part(split, SplitPart.TRAIN));
    }

    @Override
    public long captureBytes() {
        return CheckpointCapture.bytes(trainer.network().spec(), trainer.config());
    }

    @Override
    public Capture capture(RunNotes notes) {
        TrainingSnapshot training = new TrainingSnapshot(trainer.config(), split, trainer.capture(), notes);
        return new CheckpointCapture(trainer.network().spec(), training, subject);
    }

    @Override
    public void setWeights(Capture earlier) {
        if (earlier instanceof CheckpointCapture capture) {
            trainer.setWeights(capture.training().state().modelWeights());
        }
    }

    @Override
    public void close() {
        trainer.close();
    }

    /** A value made when it is first asked for. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> maker;
        private @Nullable T value;

        Once(Supplier<T> maker) {
            this.maker = maker;
        }

        @Override
        public synchronized T get() {
            T known = value;
            if (known == null) {
                known = maker.get();
                value = known;
            }
            return known;
        }
    }
}
