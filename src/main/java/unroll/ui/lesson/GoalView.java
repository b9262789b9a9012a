package unroll.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import unroll.session.Session;
import unroll.session.lesson.Evidence;
import unroll.session.lesson.Notebook;
import unroll.session.lesson.Notebook.GivenAnswer;
import unroll.session.lesson.Question;
import unroll.session.lesson.Question.Condition;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;

/** Something to be reached in the run: what is wanted, and how far it has come. */
final class GoalView extends QuestionView {
    private final Question.Goal goal;
    private final Notebook notebook;
    private final List<ConditionLine> lines = new ArrayList<>();
    private final Label hint = Labels.hint("");
    private final Session session;

    GoalView(Question.Goal goal, Notebook notebook, Session session) {
        super(goal);
        this.goal = goal;
        this.notebook = notebook;
        this.session = session;
        goal.conditions().forEach(condition -> lines.add(new ConditionLine(condition)));
        getChildren().addAll(lines);
        hint.setText(goal.words().hint());
        Nodes.show(hint, !goal.words().hint().isEmpty());
        getChildren().addAll(hint, feedback);
        update();
    }

    @Override
    void update() {
        GivenAnswer given = notebook.given(goal);
        if (given == null) {
            Evidence evidence = Evidence.of(session);
            lines.forEach(line -> line.show(evidence));
        } else if (feedback.getText().isEmpty()) {
            show(given);
        }
    }

    private void show(GivenAnswer given) {
        lines.forEach(ConditionLine::done);
        Nodes.show(hint, false);
        feedback.show(given, goal.words());
    }

    /** One of its conditions. */
    private static final class ConditionLine extends Label {
        private final Condition condition;
        private final FontIcon mark = Icons.of(Feather.CIRCLE);

        ConditionLine(Condition condition) {
            super(condition.description());
            this.condition = condition;
            setGraphic(mark);
            setWrapText(true);
            setMinHeight(USE_PREF_SIZE);
            getStyleClass().add("lesson-goal");
        }

        void show(Evidence evidence) {
            mark.setIconCode(condition.holds(evidence) ? Feather.CHECK_CIRCLE : Feather.CIRCLE);
            setText("%s; now %s".formatted(condition.description(), condition.now(evidence)));
        }

        void done() {
            mark.setIconCode(Feather.CHECK_CIRCLE);
            setText(condition.description());
        }
    }
}
