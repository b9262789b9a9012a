package unroll.ui.results;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import unroll.lens.answers.Prediction;
import unroll.task.Symbol;
import unroll.task.score.Verdict;

/** Predictions beside what would have been right. */
final class PredictionRows extends GridPane {
    private static final String RIGHT = "✓";
    private static final String WRONG = "✗";
    private static final String END = "∎";

    /** How they are laid out. */
    enum Form {
        /** Input, answer and right answer in columns. */
        TABLE,
        /** Below each other, so that places can be compared. */
        ALIGNED
    }

    PredictionRows() {
        setId("prediction-rows");
        getStyleClass().add("result-rows");
    }

    void show(List<Prediction> predictions, Form form) {
        getChildren().clear();
        getColumnConstraints().clear();
        if (form == Form.TABLE) {
            columns(Region.USE_PREF_SIZE, 0, Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            addRow(0, caption(""), caption("Input"), caption("Answer"), caption("Right answer"));
            predictions.forEach(this::addToTable);
        } else {
            columns(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            predictions.forEach(this::addAligned);
        }
    }

    private void columns(double... leastWidths) {
        for (double least : leastWidths) {
            ColumnConstraints column = new ColumnConstraints();
            column.setMinWidth(least);
            column.setHgrow(least == 0 ? Priority.ALWAYS : Priority.NEVER);
            getColumnConstraints().add(column);
        }
    }

    private void addToTable(Prediction prediction) {
        Label input = ResultCard.words(Glyphs.line(prediction.pair().input()));
        input.getStyleClass().add("behind-input");
        addRow(getRowCount(), mark(prediction), input, answer(prediction), right(prediction));
    }

    private void addAligned(Prediction prediction) {
        int row = getRowCount();
        add(mark(prediction), 0, row, 1, 2);
        add(caption("input"), 1, row);
        add(line(prediction.pair().input()), 2, row);
        add(caption("answer"), 1, row + 1);
        add(answer(prediction), 2, row + 1);
        if (!prediction.exact()) {
            add(caption("right"), 1, row + 2);
            add(right(prediction), 2, row + 2);
        }
        Region gap = new Region();
        gap.getStyleClass().add("result-gap");
        add(gap, 0, row + 3);
    }

    private static Label mark(Prediction prediction) {
        Label mark = new Label(prediction.exact() ? RIGHT : WRONG);
        mark.getStyleClass().add(prediction.exact() ? "mark-right" : "mark-wrong");
        mark.setAccessibleText(prediction.exact() ? "right" : "wrong");
        return mark;
    }

    private static Label caption(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("hint");
        return label;
    }

    private static Label right(Prediction prediction) {
        String output = prediction.pair().output();
        return line(output.codePointCount(0, output.length()) == 1 ? Glyphs.one(output) : output);
    }

    private static Label line(String text) {
        Label line = new Label(Glyphs.line(text));
        line.getStyleClass().add("answer-line");
        line.setMinWidth(Region.USE_PREF_SIZE);
        return line;
    }

    /** The answer, its wrong symbols marked; one that ended too early ends in a mark of its own. */
    private static TextFlow answer(Prediction prediction) {
        TextFlow flow = new TextFlow();
        StringBuilder run = new StringBuilder();
        Verdict verdict = Verdict.RIGHT;
        for (Prediction.Said said : prediction.said()) {
            if (said.verdict() != verdict) {
                add(flow, run, verdict);
                verdict = said.verdict();
            }
            run.append(glyph(prediction, said));
        }
        add(flow, run, verdict);
        flow.getStyleClass().add("answer-line");
        flow.setMinWidth(Region.USE_PREF_SIZE);
        flow.setAccessibleText("answer %s, %s".formatted(prediction.answer(), prediction.exact() ? "right" : "wrong"));
        return flow;
    }

    private static String glyph(Prediction prediction, Prediction.Said said) {
        if (said.symbol().kind() == Symbol.Kind.MARK) {
            return said.verdict() == Verdict.RIGHT ? "" : END;
        }
        return prediction.asked() == 1 || said.verdict() == Verdict.WRONG
                ? Glyphs.one(said.symbol().text())
                : Glyphs.line(said.symbol().text());
    }

    private static void add(TextFlow flow, StringBuilder run, Verdict verdict) {
        if (!run.isEmpty()) {
            Text text = new Text(run.toString());
            text.getStyleClass().add(verdict == Verdict.RIGHT ? "answer-right" : "answer-wrong");
            flow.getChildren().add(text);
            run.setLength(0);
        }
    }
}
