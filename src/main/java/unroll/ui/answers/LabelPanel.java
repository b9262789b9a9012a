package unroll.ui.answers;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import unroll.task.AlphabetEntry;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.model.WindowModel;

/** One label for all that is read; its bars move with every character typed. */
final class LabelPanel extends TypedPanel {
    private final UnaryOperator<String> names;
    private final Label headline = Nodes.styled(Nodes.named("answer-headline", Labels.wrapped("")), "answer-headline");
    private final LabelBars bars;

    LabelPanel(WindowModel window, Exercise exercise) {
        super(window, exercise, "What the network reads. The bars say after every character what it takes it for.");
        List<String> labels = exercise.layout().alphabets().output().symbols().stream()
                .map(AlphabetEntry::text)
                .toList();
        names = LabelBars.names(labels);
        bars = new LabelBars(labels);
        answerIn(headline, bars);
    }

    @Override
    void show(Answered answered) {
        headline.setText("\u201c%s\u201d: %s, %s sure"
                .formatted(answered.typed(), names.apply(answered.shown()), LabelBars.percent(answered.sureness(0))));
        bars.show(answered.reply().probabilities().get(0));
    }

    @Override
    String right(Exercise.KnownAnswer example) {
        return names.apply(example.pair().output());
    }
}
