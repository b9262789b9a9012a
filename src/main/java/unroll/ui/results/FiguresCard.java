package unroll.ui.results;

import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import unroll.message.Formats;
import unroll.task.AnswerMode;
import unroll.task.Measure;
import unroll.task.TaskData;
import unroll.task.score.TaskScore;
import unroll.ui.control.Labels;
import unroll.ui.control.Term;

/** What was measured, in figures, each with what it counts. */
final class FiguresCard extends ResultCard {
    private static final String MACRO_ACCURACY = "Macro accuracy";

    private final Label when = Labels.hint("");
    private final GridPane figures = new GridPane();

    FiguresCard() {
        super("Validation part");
        when.setId("measured-when");
        figures.setId("result-figures");
        figures.getStyleClass().add("result-figures");
        ColumnConstraints value = new ColumnConstraints();
        value.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        figures.getColumnConstraints().addAll(value, value, words);
        getChildren().addAll(when, figures);
    }

    @Override
    void show(ValidationResults measurement) {
        TaskScore score = measurement.evaluation().score();
        boolean examples = measurement.dataset().data() instanceof TaskData.ExampleSets;
        long size = examples ? score.exactMatch().asked() : score.accuracy().asked();
        when.setText((measurement.step() > 0 ? "Measured at step %s on %s %s." : "Measured on %2$s %3$s.")
                .formatted(
                        Formats.count(measurement.step()),
                        Formats.count(size),
                        examples ? "examples the network was not trained on" : "characters"));
        figures.getChildren().clear();
        fill(measurement, score);
    }

    private void fill(ValidationResults measurement, TaskScore score) {
        AnswerMode answer = measurement.dataset().data().layout().type().answer();
        Set<Measure> measures = measurement.dataset().task().task().measures();
        add(
                "Accuracy",
                score.accuracy().percent(),
                score.accuracy().counts()
                        + (answer == AnswerMode.AT_THE_END ? " answers are right." : " characters are right."));
        if (score.exactMatch().asked() > 0 && answer != AnswerMode.AT_THE_END) {
            add(
                    "Exact match",
                    score.exactMatch().percent(),
                    score.exactMatch().counts() + " examples are right from the first character to the last.");
        }
        if (score.restored().asked() > 0 && measures.contains(Measure.RESTORED)) {
            add(
                    "Restored",
                    score.restored().percent(),
                    score.restored().counts() + " characters that had been changed were put back.");
        }
        score.confusion()
                .ifPresent(matrix -> add(
                        MACRO_ACCURACY,
                        Formats.percent(matrix.macroAccuracy()),
                        "The mean over the labels; each counts the same, however rare."));
        add(
                "Loss",
                Formats.loss(measurement.evaluation().loss()),
                String.format(
                        Locale.ROOT,
                        "Nats per predicted character, %.3f bits.",
                        measurement.evaluation().bitsPerCharacter()));
    }

    private void add(String name, String value, String counted) {
        Label title = name.equals(MACRO_ACCURACY) ? Term.MACRO_ACCURACY.label() : new Label(name);
        Label figure = new Label(value);
        figure.getStyleClass().add("figure-value");
        figure.setAccessibleText(name + " " + value + ". " + counted);
        figures.addRow(figures.getRowCount(), title, figure, Labels.hint(counted));
    }
}
