package unroll.ui.lens.flow;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.lens.WeightCheck;
import unroll.lens.WeightCheck.TensorEntry;
import unroll.message.Front;
import unroll.message.NumericRange;
import unroll.message.Problem;
import unroll.network.Parameters;
import unroll.network.Parameters.ParameterTensor;
import unroll.session.model.InspectionInput;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.CollapsiblePane;
import unroll.ui.control.Field;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.NumberField;
import unroll.ui.control.RowLayouts;
import unroll.ui.model.FxThread;
import unroll.ui.model.WindowModel;

/** Compares the gradient of a weight with the slope of the loss, measured by moving that weight. */
final class WeightCheckFold extends Card {
    private static final String WORDS =
            "Backpropagation says how the loss changes with a weight. Moving that one weight by ε up and down and measuring the"
                    + " loss both times must say the same.";
    private static final NumericRange PLACE = NumericRange.whole(0, Integer.MAX_VALUE);

    private final WindowModel window;
    private final ComboBox<String> tensor = new ComboBox<>();
    private final NumberField row = new NumberField("check-row", "Row, from 0", PLACE, 0);
    private final NumberField column = new NumberField("check-column", "Column, from 0", PLACE, 0);
    private final Button check = Buttons.of("check-weight", "Check this weight", Feather.CHECK_CIRCLE, this::check);
    private final Label calculation = new Label();
    private final Label verdict = Labels.wrapped("");
    private boolean filling;

    WeightCheckFold(WindowModel window) {
        super("Check the gradient");
        this.window = window;
        tensor.setId("check-tensor");
        calculation.setId("check-calculation");
        calculation.getStyleClass().add("calculation");
        calculation.setMinHeight(USE_PREF_SIZE);
        verdict.setId("check-verdict");
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
        window.statusProperty().subscribe(status -> {
            boolean there = window.hasTrainedModel();
            if (!there || check.isDisabled()) {
                check.setDisable(!there);
                forget(there ? "" : "There is no model yet; press Train first.");
            }
            if (there && tensor.getItems().isEmpty()) {
                fill();
            }
        });
    }

    private void forget(String why) {
        tensor.getItems().clear();
        calculation.setText("");
        verdict.setText(why);
        verdict.setGraphic(null);
    }

    /** The weights there are, and a large one to begin with. */
    private void fill() {
        tensor.getItems().setAll("…");
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
        String name = tensor.getValue();
        if (name == null || name.equals("…")) {
            return;
        }
        TensorEntry entry = new TensorEntry(name, row.whole(), column.whole());
        verdict.setGraphic(null);
        verdict.setText("Measuring…");
        work(input -> WeightCheck.of(input.model().network(), input.checked(), entry, WeightCheck.EPSILON), this::show);
    }

    private void show(WeightCheck result) {
        List<String> lines = result.lines();
        calculation.setText(String.join("\n", lines.subList(0, lines.size() - 1)));
        verdict.setText(lines.get(lines.size() - 1));
        verdict.setGraphic(Icons.of(result.agrees() ? Feather.CHECK : Feather.ALERT_TRIANGLE));
    }

    private <T> void work(Function<InspectionInput, T> question, Consumer<T> answered) {
        FxThread.whenDone(window.session().copies().inspectInput(question), answered, failed -> {
            verdict.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
            verdict.setText(Problem.of(failed).sentence(Front.WINDOW));
        });
    }
}
