package unroll.settings;

import java.util.function.Consumer;
import unroll.corpus.Split;
import unroll.message.ProblemException;
import unroll.network.Initialization;
import unroll.task.StartingPoint;
import unroll.task.TaskConfig;
import unroll.task.Tasks;
import unroll.train.TrainingConfig;

/** Everything a run is made from, apart from what the user opened. */
public record Settings(ModelSettings model, TrainingConfig training, Split split, TaskConfig task) {
    /** Steps between two measurements of a task: what is right and wrong tells more than the loss, and soon. */
    private static final int TASK_VALIDATE_EVERY = 100;

    public static final Settings DEFAULT = new Settings(ModelSettings.DEFAULT, TrainingConfig.DEFAULT, Split.DEFAULT);

    /** @throws ProblemException where a network of these directions would cheat at the task */
    public Settings {
        task.requireAllowed(model.directions());
    }

    public Settings(ModelSettings model, TrainingConfig training, Split split) {
        this(model, training, split, TaskConfig.of(Tasks.standard()));
    }

    /** What is worth starting from with a task. Only texts stop early: a task may make no progress for long before it is learned. */
    public static Settings startingWith(TaskConfig task) {
        if (task.task().equals(Tasks.standard())) {
            return DEFAULT;
        }
        StartingPoint start = task.task().start();
        // Encoder and decoder generalize better from small weights: docs/benchmarks/README.md has the figures.
        ModelSettings model = new ModelSettings(start.cell(), start.hidden(), start.layers(), 0)
                .withDirections(start.directions())
                .withInitialization(
                        task.task().about().type().hasEncoder() ? Initialization.UNIFORM : Initialization.STANDARD);
        return new Settings(
                model,
                TrainingConfig.PLAIN.with(change -> {
                    change.batch = start.batch();
                    change.learningRate = start.rate();
                    change.validateEvery = TASK_VALIDATE_EVERY;
                }),
                Split.DEFAULT,
                task);
    }

    public Settings withModel(ModelSettings value) {
        return new Settings(value, training, split, task);
    }

    public Settings withTraining(TrainingConfig value) {
        return new Settings(model, value, split, task);
    }

    public Settings withSplit(Split value) {
        return new Settings(model, training, value, task);
    }

    /** @throws ProblemException as the constructor */
    public Settings withTask(TaskConfig value) {
        return new Settings(model, training, split, value);
    }

    /** These settings with some of the training changed, as {@link TrainingConfig#with}. */
    public Settings with(Consumer<TrainingConfig.Builder> change) {
        return withTraining(training.with(change));
    }

    /** These settings with all that can change in a run taken from others. */
    public Settings withChangeableOf(Settings other) {
        Settings changed = this;
        for (Setting<?> setting : SettingsSchema.ALL) {
            if (!setting.isFixed()) {
                changed = setting.copy(other, changed);
            }
        }
        return changed;
    }
}
