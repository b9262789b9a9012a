package unroll.ui.answers;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import unroll.sample.Answerer;
import unroll.sample.SamplingSettings;
import unroll.session.model.ModelSnapshot;
import unroll.ui.control.Buttons;
import unroll.ui.control.Choice;
import unroll.ui.control.Labels;
import unroll.ui.control.Tips;
import unroll.ui.model.ModelQuery;
import unroll.ui.model.WindowModel;
import unroll.ui.samples.ReadOnlyText;
import unroll.ui.samples.TemperatureSlider;

/** Lines drawn from a label. */
final class LinesPanel extends AnswerPanel {
    private static final int LINES = 10;
    private static final double MAX_EM = 30;

    private final ModelQuery<Lines, String> query;
    private final Choice<String> label;
    private final TemperatureSlider temperature = new TemperatureSlider();
    private final Button button = Buttons.of("write-lines-button", "Write ten", Feather.EDIT_3, this::write);
    private final Label hint = Labels.optional("try-it-hint", NO_MODEL);
    private final ReadOnlyText lines = new ReadOnlyText(MAX_EM);

    /** Lines to be drawn. */
    private record Lines(String label, SamplingSettings settings, long seed) {}

    LinesPanel(WindowModel window, Exercise exercise) {
        super(window, exercise);
        query = window.query(this, (Lines asked) -> window.session().copies().inspect(model -> draw(model, asked)))
                .onlyWhile(window::hasTrainedModel)
                .onAnswer((asked, text) -> show(text))
                .onRefusal(this::refuse)
                .build();
        List<String> labels = exercise.layout().legal();
        UnaryOperator<String> names = LabelBars.names(labels);
        label = new Choice<>(
                        "label-choice",
                        exercise.tryIt().label(),
                        labels.stream()
                                .sorted(Comparator.comparing(names, String.CASE_INSENSITIVE_ORDER))
                                .toList(),
                        names)
                .tip("What the network starts from. The lines are written in its style.");
        label.show(exercise.canRead(exercise.first()) ? exercise.first() : labels.get(0));
        temperature.onChange(this::applySampling);
        // The live answers are drawn as boldly as these.
        applySampling();
        button.setMaxWidth(Double.MAX_VALUE);
        Tips.on(button, "Lets the network write ten lines, each drawn at random. Training continues.");
        hint.getStyleClass().add("hint");
        lines.setId("written-lines");
        lines.setAccessibleText("Written lines");
        lines.managedProperty().bind(lines.visibleProperty());
        lines.setVisible(false);
        getChildren().addAll(label, temperature, button, hint, lines);
        onModelChange();
    }

    private void applySampling() {
        window.session().setSampling(settings());
    }

    private SamplingSettings settings() {
        return SamplingSettings.DEFAULT.withTemperature(temperature.value());
    }

    private void write() {
        query.submit(
                new Lines(label.value(), settings(), ThreadLocalRandom.current().nextLong()));
    }

    private void show(String text) {
        lines.setText(text);
        lines.setVisible(true);
    }

    private void refuse(String sentence) {
        hint.setText(sentence);
        hint.setVisible(true);
    }

    private static String draw(ModelSnapshot model, Lines asked) {
        Answerer answerer = new Answerer(model.network(), model.layout());
        return IntStream.range(0, LINES)
                .mapToObj(line ->
                        line(answerer.draw(asked.label, asked.settings, Answered.MAX_LENGTH, asked.seed + line)))
                .collect(Collectors.joining("\n"));
    }

    /** A line that did not end by itself says so. */
    private static String line(Answerer.Reply reply) {
        return reply.symbols().length == Answered.MAX_LENGTH ? reply.text() + "\u2026" : reply.text();
    }

    @Override
    void onModelChange() {
        boolean model = window.hasTrainedModel();
        button.setDisable(!model);
        if (!model) {
            query.cancel();
            hint.setText(NO_MODEL);
            lines.setVisible(false);
        }
        hint.setVisible(!model);
    }

    @Override
    String entry() {
        return label.value();
    }

    @Override
    void entry(String kept) {
        label.show(kept);
    }

    @Override
    String text() {
        return lines.getText();
    }
}
