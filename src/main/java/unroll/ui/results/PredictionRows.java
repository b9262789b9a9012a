package unroll.ui.results;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import unroll.lens.Predictions.Prediction;
import unroll.message.Symbols;
import unroll.task.AlphabetEntry;
import unroll.ui.control.Labels;

/** Predictions beside what would have been right. */
final class PredictionRows extends GridPane {
    private static final String RIGHT = "✓";
    private static final String WRONG = "✗";
    private static final String END = "∎";
    /** Characters in a line; what is longer goes on below. */
    private static final int PIECE = 60;

    /** How they are laid out. */
    enum Form {
        /** Input, answer and right answer in columns. */
        TABLE,
        /** The input, below it the answer, and below that the right one where it differs: places can be compared. */
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
            addRow(0, Labels.hint(""), Labels.hint("Input"), Labels.hint("Answer"), Labels.hint("Right answer"));
            predictions.forEach(this::addToTable);
        } else {
            columns(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            predictions.forEach(this::addAligned);
        }
    }

    private void columns(double... minWidths) {
        for (double min : minWidths) {
            ColumnConstraints column = new ColumnConstraints();
            column.setMinWidth(min);
            column.setHgrow(min == 0 ? Priority.ALWAYS : Priority.NEVER);
            getColumnConstraints().add(column);
        }
    }

    private void addToTable(Prediction prediction) {
        Label input = Labels.wrapped(Symbols.marks(prediction.pair().input()));
        input.getStyleClass().add("behind-input");
        int row = getRowCount();
        addRow(row, mark(prediction), input);
        TextFlow answer = answer(prediction, 0);
        if (answer != null) {
            add(answer, 2, row);
        }
        add(right(prediction), 3, row);
    }

    private void addAligned(Prediction prediction) {
        int row = getRowCount();
        add(mark(prediction), 0, row);
        String input = prediction.pair().input();
        String right = prediction.exact() ? "" : prediction.pair().output();
        int length = Math.max(
                characters(input),
                Math.max(characters(right), prediction.predicted().size()));
        for (int from = 0; from < length; from += PIECE) {
            row = addLine(row, piece("input", input, from));
            row = addLine(row, answer(prediction, from));
            row = addLine(row, piece("right", right, from));
        }
        Region gap = new Region();
        gap.getStyleClass().add("result-gap");
        add(gap, 0, row);
    }

    /** Adds a line where there is something to write; returns the next row. */
    private int addLine(int row, @Nullable Region line) {
        if (line == null) {
            return row;
        }
        add(line, 1, row);
        return row + 1;
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The characters of a text from this one on that fit into a line; null where it has ended. */
    private static @Nullable Label piece(String name, String text, int from) {
        int size = characters(text);
        if (from >= size) {
            return null;
        }
        int start = text.offsetByCodePoints(0, from);
        int end = text.offsetByCodePoints(start, Math.min(PIECE, size - from));
        Label line = line(text.substring(start, end));
        line.setAccessibleText(name + " " + line.getText());
        line.getStyleClass().add("answer-" + name);
        return line;
    }

    private static Label mark(Prediction prediction) {
        Label mark = new Label(prediction.exact() ? RIGHT : WRONG);
        mark.getStyleClass().add(prediction.exact() ? "mark-right" : "mark-wrong");
        mark.setAccessibleText(prediction.exact() ? "right" : "wrong");
        return mark;
    }

    private static Label right(Prediction prediction) {
        String output = prediction.pair().output();
        return line(output.codePointCount(0, output.length()) == 1 ? Symbols.mark(output) : output);
    }

    private static Label line(String text) {
        Label line = new Label(Symbols.marks(text));
        line.getStyleClass().add("answer-line");
        line.setMinWidth(Region.USE_PREF_SIZE);
        return line;
    }

    /** The symbols of an answer from this one on that fit into a line, the wrong ones marked; null where it has ended. */
    private static @Nullable TextFlow answer(Prediction prediction, int from) {
        if (from >= prediction.predicted().size()) {
            return null;
        }
        TextFlow flow = new TextFlow();
        StringBuilder run = new StringBuilder();
        boolean right = true;
        int end = Math.min(prediction.predicted().size(), from + PIECE);
        for (Prediction.PredictedSymbol predicted : prediction.predicted().subList(from, end)) {
            if (predicted.right() != right) {
                add(flow, run, right);
                right = predicted.right();
            }
            run.append(glyph(prediction, predicted));
        }
        add(flow, run, right);
        flow.getStyleClass().add("answer-line");
        flow.setMinWidth(Region.USE_PREF_SIZE);
        flow.setAccessibleText("answer %s, %s".formatted(prediction.answer(), prediction.exact() ? "right" : "wrong"));
        return flow;
    }

    private static String glyph(Prediction prediction, Prediction.PredictedSymbol predicted) {
        if (predicted.symbol().kind() == AlphabetEntry.EntryKind.MARK) {
            return predicted.right() ? "" : END;
        }
        return prediction.asked() == 1 || !predicted.right()
                ? Symbols.mark(predicted.symbol().text())
                : Symbols.marks(predicted.symbol().text());
    }

    private static void add(TextFlow flow, StringBuilder run, boolean right) {
        if (!run.isEmpty()) {
            Text text = new Text(run.toString());
            text.getStyleClass().add(right ? "answer-right" : "answer-wrong");
            flow.getChildren().add(text);
            run.setLength(0);
        }
    }
}
