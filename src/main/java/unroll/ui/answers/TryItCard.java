package unroll.ui.answers;

import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import unroll.session.data.Dataset;
import unroll.session.state.Status;
import unroll.task.TaskConfig;
import unroll.ui.control.Card;
import unroll.ui.control.Labels;
import unroll.ui.model.ModelQuery;
import unroll.ui.model.WindowModel;

/** Trying by hand a task whose networks answer: something to ask, and what the network says to it. */
public final class TryItCard extends Card {
    private final WindowModel window;
    private final Label hint =
            Labels.hint("Press Train: the task's examples are made first, then the network answers here.");
    private @Nullable Exercise exercise;
    private @Nullable Dataset dataset;
    private @Nullable AnswerPanel panel;
    private final ModelQuery<TaskConfig, Exercise> exercises;

    public TryItCard(WindowModel window) {
        super("Try it");
        this.window = window;
        setId("try-it-card");
        getChildren().add(hint);
        exercises = window.query(
                        this, (TaskConfig task) -> window.session().copies().inspect(Exercise::of))
                .onlyWhile(window::hasTrainedModel)
                .onAnswer((task, made) -> learn(made))
                .onRefusal(hint::setText)
                .build();
        window.statusProperty().subscribe(this::show);
    }

    /** The last answer. */
    public String text() {
        return panel == null ? "" : panel.text();
    }

    private void show(Status status) {
        if (status.settings().task().writing().isPresent()) {
            return;
        }
        Dataset now = status.dataset();
        if (now != null && now != dataset) {
            exercises.cancel();
            learn(Exercise.of(now));
            dataset = now;
        } else if (now == null && !isOf(status)) {
            search(status);
        }
        AnswerPanel present = panel;
        if (present != null) {
            present.onModelChange();
        }
    }

    private boolean isOf(Status status) {
        return exercise != null && exercise.choice().equals(status.settings().task());
    }

    /** Without data only a model knows its symbols. */
    private void search(Status status) {
        forget();
        exercises.refresh(status.settings().task());
    }

    private void forget() {
        exercise = null;
        dataset = null;
        panel = null;
        getChildren().removeIf(AnswerPanel.class::isInstance);
        if (!getChildren().contains(hint)) {
            getChildren().add(hint);
        }
    }

    private void learn(Exercise next) {
        Exercise before = exercise;
        AnswerPanel old = panel;
        forget();
        AnswerPanel made = panel(next);
        if (before != null && old != null && next.asksAs(before)) {
            made.entry(old.entry());
        }
        exercise = next;
        panel = made;
        getChildren().remove(hint);
        getChildren().add(made);
    }

    private AnswerPanel panel(Exercise next) {
        return switch (next.layout().type().answer()) {
            case AT_THE_END -> new LabelPanel(window, next);
            case AT_EVERY_STEP -> new StepsPanel(window, next);
            case WRITTEN ->
                next.layout().type().hasEncoder() ? new WrittenPanel(window, next) : new LinesPanel(window, next);
        };
    }
}
