package unroll.ui.lens.flow;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.lens.WeightCheck;
import unroll.lens.WeightCheck.TensorEntry;
import unroll.message.NumericRange;
import unroll.network.Parameters;
import unroll.network.Parameters.ParameterTensor;
import unroll.session.model.InspectionInput;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.CollapsiblePane;
import unroll.ui.control.Field;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.NumberField;
import unroll.ui.control.RowLayouts;
import unroll.ui.lens.LatestWork;
import unroll.ui.model.WindowModel;

/** Compares the gradient of a weight with the slope of the loss, measured by moving that weight. */
final class WeightCheckFold extends Card {
    private static final String WORDS =
            "Backpropagation says how the loss changes with a weight. Moving that one weight by ε up and down and measuring the"
                    + " loss both times must say the same.";
    private static final NumericRange PLACE = NumericRange.whole(0, Integer.MAX_VALUE);

    private final WindowModel window;
    private final ComboBox<String> tensor = Nodes.named("check-tensor", new ComboBox<>());
    private final NumberField row = new NumberField("check-row", "Row, from 0", PLACE, 0);
    private final NumberField column = new NumberField("check-column", "Column, from 0", PLACE, 0);
    private final Button check = Buttons.of("check-weight", "Check this weight", Feather.CHECK_CIRCLE, this::check);
    private final Label calculation = Nodes.styled(Nodes.named("check-calculation", new Label()), "calculation");
    private final Label verdict = Nodes.named("check-verdict", Labels.wrapped(""));
    private final LatestWork work = new LatestWork(() -> {});
    private boolean filling;

    WeightCheckFold(WindowModel window) {
        super("Check the gradient");
        this.window = window;
        calculation.setMinHeight(USE_PREF_SIZE);
        VBox body = new VBox(
                Labels.wrapped(WORDS),
                RowLayouts.equal(new Field("Tensor", tensor), row, column),
                check,
                calculation,
                verdict);
        body.getStyleClass().add("fields");
        getChildren().add(new CollapsiblePane("check-fold", "One weight, by hand", body).onFirstOpen(this::begin));
    }

    private void begin() {
        tensor.valueProperty().subscribe(name -> {
            if (name != null && !filling) {
                work(input -> largest(input, name), this::choose);
            }
        });
        window.onOtherModel(this, any -> {
            boolean trained = window.hasTrainedModel();
            work.cancel();
            tensor.getItems().clear();
            check.setDisable(true);
            calculation.setText("");
            say(trained ? "" : "There is no model yet; press Train first.", null);
            if (trained) {
                fill();
            }
        });
    }

    /** The weights there are, and a large one to begin with. */
    private void fill() {
        work(
                input -> {
                    Parameters parameters = input.model().network().parameters();
                    String first = parameters.tensors().stream()
                            .map(ParameterTensor::name)
                            .filter(name -> name.endsWith("layer0.Waa"))
                            .findFirst()
                            .orElse(parameters.tensors().get(0).name());
                    List<String> names = parameters.tensors().stream()
                            .map(ParameterTensor::name)
                            .toList();
                    return new WeightChoice(names, largest(input, first));
                },
                choice -> {
                    filling = true;
                    tensor.getItems().setAll(choice.tensors);
                    tensor.setValue(choice.entry.tensor());
                    filling = false;
                    check.setDisable(false);
                    choose(choice.entry);
                });
    }

    private record WeightChoice(List<String> tensors, TensorEntry entry) {}

    private static TensorEntry largest(InspectionInput input, String name) {
        return TensorEntry.ofLargest(input.model().network().parameters(), name);
    }

    private void choose(TensorEntry entry) {
        row.show(entry.row());
        column.show(entry.column());
    }

    private void check() {
        TensorEntry entry = new TensorEntry(tensor.getValue(), row.whole(), column.whole());
        say("Measuring…", null);
        work(input -> WeightCheck.of(input.model().network(), input.checked(), entry, WeightCheck.EPSILON), this::show);
    }

    private void show(WeightCheck result) {
        List<String> lines = result.lines();
        calculation.setText(String.join("\n", lines.subList(0, lines.size() - 1)));
        say(lines.get(lines.size() - 1), result.agrees() ? Feather.CHECK : Feather.ALERT_TRIANGLE);
    }

    private void say(String sentence, @Nullable Feather icon) {
        verdict.setText(sentence);
        verdict.setGraphic(icon == null ? null : Icons.of(icon));
    }

    private <T> void work(Function<InspectionInput, T> question, Consumer<T> answered) {
        work.begin(
                window.session().copies().inspectInput(question),
                answered,
                sentence -> say(sentence, Feather.ALERT_CIRCLE));
    }
}
