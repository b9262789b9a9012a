package unroll.ui.answers;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** The likeliest labels, each with its name, a bar and a percentage. */
final class LabelBars extends GridPane {
    private static final int MAX_LABELS = 8;

    private final List<String> labels;
    private final UnaryOperator<String> names;
    private final List<Row> rows;

    private record Row(Label name, ShareBar bar, Label percent) {
        void show(String label, double probability) {
            name.setText(label);
            bar.setShare(probability);
            percent.setText(LabelBars.percent(probability));
        }
    }

    /** @param labels by index */
    LabelBars(List<String> labels) {
        this.labels = labels;
        names = names(labels);
        getStyleClass().add("label-bars");
        ColumnConstraints first = new ColumnConstraints();
        ColumnConstraints middle = new ColumnConstraints();
        middle.setHgrow(Priority.ALWAYS);
        ColumnConstraints last = new ColumnConstraints();
        last.setHalignment(HPos.RIGHT);
        first.setPercentWidth(42);
        getColumnConstraints().addAll(first, middle, last);
        rows = IntStream.range(0, Math.min(MAX_LABELS, labels.size()))
                .mapToObj(this::row)
                .toList();
    }

    private Row row(int index) {
        Row row = new Row(new Label(), new ShareBar(), new Label());
        row.name.getStyleClass().add("label-name");
        row.percent.getStyleClass().add("label-percent");
        addRow(index, row.name, row.bar, row.percent);
        return row;
    }

    /** @param probabilities of all labels */
    void show(float[] probabilities) {
        List<Integer> likeliest = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> -probabilities[index]))
                .limit(rows.size())
                .toList();
        for (int place = 0; place < likeliest.size(); place++) {
            int index = likeliest.get(place);
            rows.get(place).show(names.apply(labels.get(index)), probabilities[index]);
        }
    }

    /** How labels are called: languages by their English names where all of the labels are codes of languages. */
    static UnaryOperator<String> names(List<String> labels) {
        return Set.of(Locale.getISOLanguages()).containsAll(labels)
                ? label -> "%s (%s)".formatted(Locale.forLanguageTag(label).getDisplayLanguage(Locale.ENGLISH), label)
                : label -> label;
    }

    static String percent(double share) {
        return share > 0 && share < 0.005 ? "< 1 %" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
