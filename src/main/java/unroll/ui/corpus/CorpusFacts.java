package unroll.ui.corpus;

import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import unroll.corpus.Corpus;
import unroll.message.Formats;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Term;
import unroll.ui.control.Tips;

/** A text in figures. */
final class CorpusFacts extends GridPane {
    private final Label characters = fact(0, "Characters", "corpus-characters");
    private final Label symbols = fact(1, "Distinct symbols, V", "corpus-symbols");
    private final Label lines = fact(2, "Lines", "corpus-lines");
    private final Label ratio = fact(3, "Parameters per character", "corpus-ratio");

    private final EncodingChoice encoding;

    CorpusFacts(EncodingChoice encoding) {
        this.encoding = encoding;
        Label heading = new Label("Encoding");
        heading.getStyleClass().add("fact-name");
        heading.setLabelFor(encoding);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = RowLayouts.of(heading, gap, encoding);
        row.getStyleClass().add("fact-row");
        add(row, 0, 4, 2, 1);
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(names, values);
        Tips.on(
                ratio,
                "Trainable weights for each character of the text. Much above 1 the network can memorize the text"
                        + " instead of learning its patterns.");
    }

    private Label fact(int row, String name, String id) {
        Label heading = new Label(name);
        heading.getStyleClass().add("fact-name");
        heading.setWrapText(true);
        heading.setMinHeight(USE_PREF_SIZE);
        Label value = new Label("–");
        value.setMinWidth(USE_PREF_SIZE);
        value.setId(id);
        value.getStyleClass().add("fact-value");
        heading.setLabelFor(value);
        if (id.equals("corpus-symbols")) {
            Term.V.mark(heading);
        }
        addRow(row, heading, value);
        return value;
    }

    void corpus(Corpus corpus) {
        characters.setText(Formats.count(corpus.length()));
        symbols.setText(Formats.count(corpus.vocabulary().size()));
        lines.setText(Formats.count(corpus.lines()));
        encoding.show(corpus);
    }

    void showParameters(long parameters, int characterCount) {
        ratio.setText(String.format(Locale.ROOT, "%.2f", (double) parameters / characterCount));
    }
}
