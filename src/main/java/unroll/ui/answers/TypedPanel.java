package unroll.ui.answers;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.message.Front;
import unroll.message.ProblemException;
import unroll.ui.control.Field;
import unroll.ui.control.Labels;
import unroll.ui.control.Tips;
import unroll.ui.model.ModelQuery;
import unroll.ui.model.WindowModel;

/** A question that is typed. While the network is trained the answer to the last readable one is kept up to date. */
abstract class TypedPanel extends AnswerPanel {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final ModelQuery<TypedInput, Optional<Answered>> query;
    private final TextField entry = new TextField();
    private final Field field;
    private final Label hint = Labels.optional("try-it-hint", NO_MODEL);
    private final VBox answer = new VBox();
    private final Label known = Labels.optional("known-answer", "");
    /** The question that is followed; null where there is none. */
    private @Nullable String followed;

    private @Nullable Answered shown;

    /** @param first whether the user has just asked it */
    private record TypedInput(String typed, boolean first) {}

    TypedPanel(WindowModel window, Exercise exercise, String tip) {
        super(window, exercise);
        query = window.query(this, this::answer)
                .onlyWhile(window::hasTrainedModel)
                .follow(() -> followed == null ? null : new TypedInput(followed, false))
                .minPause(Duration.ofMillis(450))
                .onAnswer((asked, answered) ->
                        answered.filter(now -> asked.typed.equals(followed)).ifPresent(now -> show(now, asked.first)))
                .onRefusal(this::showMessage)
                .build();
        Tips.on(entry, tip);
        field = new Field("try-it-field", exercise.tryIt().label(), entry);
        Label legal = Labels.optional("legal-characters", exercise.legalCharacters());
        legal.setVisible(!legal.getText().isEmpty());
        for (Label label : List.of(legal, hint)) {
            label.getStyleClass().add("hint");
        }
        answer.setId("try-it-answer");
        answer.getStyleClass().add("fields");
        answer.managedProperty().bind(answer.visibleProperty());
        answer.setVisible(false);
        getChildren().addAll(field, legal, hint, answer);
        entry.setText(exercise.first());
        if (!entry.getText().isEmpty()) {
            followed = entry.getText();
        }
        entry.textProperty().subscribe((before, now) -> typed());
    }

    /** What an answer is shown in, from the top; for the constructor of a panel. */
    final void answerIn(Node... nodes) {
        answer.getChildren().setAll(nodes);
        answer.getChildren().add(known);
    }

    final TextField entryField() {
        return entry;
    }

    /** Shows an answer. */
    abstract void show(Answered answered);

    /** Shows an answer the user has just asked for. */
    void showFirst(Answered answered) {
        show(answered);
    }

    /** A readable question was typed, letter by letter; asks it at once. */
    void typedReadable() {
        predict();
    }

    private void typed() {
        field.noProblem();
        boolean readable = !entry.getText().isEmpty() && isReadable();
        answer.pseudoClassStateChanged(STALE, !readable);
        if (readable) {
            typedReadable();
        }
    }

    /** Says why, where it is not. */
    private boolean isReadable() {
        try {
            exercise.read(entry.getText());
            return true;
        } catch (ProblemException unreadable) {
            field.problem(unreadable.problem().sentence(Front.WINDOW));
            return false;
        }
    }

    /** Asks what stands in the field, and follows it from now on. */
    final void predict() {
        if (isReadable()) {
            followed = entry.getText();
            if (window.hasTrainedModel()) {
                query.submit(new TypedInput(entry.getText(), true));
            }
        }
    }

    private CompletableFuture<Optional<Answered>> answer(TypedInput question) {
        Answered before = shown;
        return window.session().copies().inspect(model -> Answered.by(model, exercise, question.typed, before));
    }

    private void show(Answered now, boolean first) {
        shown = now;
        hint.setVisible(false);
        answer.setVisible(true);
        if (first) {
            showFirst(now);
        } else {
            show(now);
        }
        showKnown(now);
    }

    private void showKnown(Answered now) {
        Exercise.KnownAnswer example = now.known();
        known.setVisible(example != null);
        if (example == null) {
            return;
        }
        boolean right = exercise.isRight(example, now.reply().symbols());
        String verdict = right ? "\u2713 Right." : "\u2717 Right: %s.".formatted(right(example));
        known.setText(verdict + " " + example.sentence());
    }

    /** The right answer as a person sees it. */
    String right(Exercise.KnownAnswer example) {
        return exercise.tryIt().show().apply(example.pair().output());
    }

    private void showMessage(String sentence) {
        hint.setText(sentence);
        hint.setVisible(true);
    }

    @Override
    void onModelChange() {
        if (!window.hasTrainedModel()) {
            shown = null;
            answer.setVisible(false);
            showMessage(NO_MODEL);
        }
    }

    @Override
    final String entry() {
        return entry.getText();
    }

    @Override
    final void entry(String kept) {
        entry.setText(kept);
    }

    @Override
    final String text() {
        return shown == null ? "" : shown.shown();
    }
}
