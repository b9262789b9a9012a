package unroll.ui.results;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.corpus.SplitPart;
import unroll.lens.Surprises;
import unroll.lens.Surprises.CharacterCost;
import unroll.message.Formats;
import unroll.message.Symbols;
import unroll.sample.TextReader;
import unroll.session.model.ModelSnapshot;
import unroll.task.TaskData;
import unroll.task.TextWriting;
import unroll.ui.control.Labels;
import unroll.ui.control.RowLayouts;
import unroll.ui.lens.ShadedText;
import unroll.ui.lens.Shading;
import unroll.ui.lens.ToneBar;
import unroll.ui.model.ModelQuery;
import unroll.ui.model.WindowModel;

/** Where a text surprises the network most: lines of the validation part, and single characters. */
final class SurprisesCard extends ResultCard {
    private static final String WORDS =
            "The network reads the beginning of the validation part. Colors say how little it expected each character: on the left"
                    + " the lines that surprised it most, on the right the characters it knows worst.";
    /** Characters that are read. */
    private static final int READ = 4_000;

    private static final int LINES = 10;
    private static final int CHARACTERS = 12;
    private static final double LINES_PERCENT = 64;

    private final TaskData.Streams data;
    private final Label when = Labels.hint("The network is reading.");
    private final ShadedText lines = new ShadedText("surprising-lines", this::reading);
    private final GridPane worst = new GridPane();
    private final ModelQuery<ValidationResults, Reading> query;
    private @Nullable Reading shown;

    /** @param lines index in the text of every character that is shown; −1 at line ends */
    private record Reading(long step, Surprises surprises, int[] lines) {
        static Reading of(long step, Surprises surprises) {
            int[] places = surprises.lines(LINES).stream()
                    .flatMapToInt(line -> IntStream.concat(IntStream.range(line.from(), line.to()), IntStream.of(-1)))
                    .toArray();
            return new Reading(step, surprises, places);
        }

        Shading shading() {
            int[] text = new int[lines.length];
            float[] shades = new float[lines.length];
            for (int i = 0; i < lines.length; i++) {
                text[i] = lines[i] < 0 ? '\n' : surprises.text()[lines[i]];
                shades[i] = lines[i] < 0 ? Float.NaN : Shading.ofSurprise(surprises.bits(lines[i]));
            }
            return new Shading(text, shades, Shading.ShadingScale.SEQUENTIAL, new BitSet());
        }
    }

    SurprisesCard(WindowModel window, TaskData.Streams data) {
        super("Where it is surprised");
        this.data = data;
        explain(WORDS, "surprises", window.session().preferences());
        when.setId("surprises-when");
        query = query(window, this::read)
                .onAnswer((measurement, read) -> show(read))
                .onRefusal(when::setText)
                .build();
        worst.setId("worst-characters");
        worst.getStyleClass().add("result-rows");
        GridPane both = new GridPane();
        both.getStyleClass().add("xray-columns");
        both.getColumnConstraints().addAll(RowLayouts.percent(LINES_PERCENT, 100 - LINES_PERCENT));
        both.addRow(
                0, new VBox(new Label("Most surprising lines"), lines), new VBox(new Label("Worst characters"), worst));
        getChildren().addAll(when, ToneBar.ofSurprise(), both);
    }

    /** Whether networks that learn such data foretell the next character of a text, and some of it is held out. */
    static boolean suits(ValidationResults measurement) {
        return measurement.dataset().task().writing().isPresent()
                && measurement.dataset().data() instanceof TaskData.Streams streams
                && heldOut(streams).length() > 1;
    }

    private static Range heldOut(TaskData.Streams streams) {
        return streams.corpus().part(streams.split(), SplitPart.VALIDATION);
    }

    @Override
    void show(ValidationResults measurement) {
        query.refresh(measurement);
    }

    /** On another thread. */
    private Reading read(ModelSnapshot model) {
        TextWriting writing = model.task().writing().orElseThrow();
        Corpus text = data.corpus();
        Range part = heldOut(data);
        Range begin = new Range(part.from(), Math.min(part.to(), part.from() + READ));
        Surprises surprises = Surprises.of(
                TextReader.of(model.network(), writing), model.layout().alphabets(), text, begin);
        return Reading.of(model.step(), surprises);
    }

    private void show(Reading read) {
        shown = read;
        Surprises surprises = read.surprises();
        when.setText(String.format(
                Locale.ROOT,
                "%s characters of the validation part, read at step %s.",
                Formats.count(surprises.text().length),
                Formats.count(read.step())));
        lines.show(read.shading());
        worst.getChildren().clear();
        worst.addRow(0, Labels.hint(""), Labels.hint("Bits"), Labels.hint("Right"));
        for (CharacterCost cost : surprises.characters(CHARACTERS)) {
            Label name = new Label(Symbols.mark(cost.codePoint()));
            name.getStyleClass().add("behind-input");
            Label right = new Label(String.format(Locale.ROOT, "%d of %d", cost.right(), cost.count()));
            Label bits = new Label(String.format(Locale.ROOT, "%.1f", cost.bits()));
            for (Label label : List.of(name, bits, right)) {
                label.setMinWidth(USE_PREF_SIZE);
            }
            worst.addRow(worst.getRowCount(), name, bits, right);
        }
    }

    private String reading(int index) {
        Reading now = shown;
        if (now == null || index >= now.lines().length || now.lines()[index] < 0) {
            return "";
        }
        int at = now.lines()[index];
        var forecast = now.surprises().forecasts().get(at - 1);
        return String.format(
                Locale.ROOT,
                "%s: p = %.3f, %.1f bits; it expected %s",
                Symbols.visible(now.surprises().text()[at]),
                forecast.ofRight(),
                forecast.bits(),
                Symbols.visible(forecast.guess()));
    }
}
