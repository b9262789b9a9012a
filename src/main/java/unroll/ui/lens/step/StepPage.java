package unroll.ui.lens.step;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.lens.step.StepSequence.Loss;
import unroll.message.NumericRange;
import unroll.network.NetworkSpec;
import unroll.session.data.Dataset;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.Choice;
import unroll.ui.control.Field;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.NumberField;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Tips;
import unroll.ui.lens.LatestWork;
import unroll.ui.lens.Shading;
import unroll.ui.lens.ToneBar;
import unroll.ui.lens.step.UnitFocus.Position;
import unroll.ui.model.WindowModel;

/** One character's way through the network and back, with every number. */
public final class StepPage extends VBox {
    private static final String WORDS =
            "Takes the network as it is at this moment and walks one character after the other through it, every formula with"
                    + " its numbers for one unit. Backward shows the same step once more, with the gradients that flow from the"
                    + " loss to the gates, and from each step to the one before.";

    private static final int UNIT_COLUMNS = 3;

    private final WindowModel window;
    private final TextField prime = new TextField();
    private final Button capture = Buttons.of("take-network", "", Feather.CAMERA, this::capture);
    private final Button back = Buttons.of("walk-back", "", Feather.CHEVRON_LEFT, () -> move(-1));
    private final Button next = Buttons.of("walk-next", "", Feather.CHEVRON_RIGHT, () -> move(1));
    private final Choice<Integer> layer = new Choice<>("step-layer", "Layer", List.of(0), this::name);
    private final NumberField unit = new NumberField(
                    "step-unit", "Unit", NumericRange.whole(1, NetworkSpec.MAX_HIDDEN), 1)
            .tip("The unit whose numbers stand in the formulas. Press a colored cell to choose it there.");
    private final ToggleButton backward = Buttons.toggle(
            "walk-backward",
            "Backward",
            Feather.CORNER_DOWN_LEFT,
            "The backward pass: the gradient of the loss, from the logits to the gates.");
    private final Choice<Loss> loss = new Choice<>("step-loss", "Gradient of", List.of(Loss.values()), StepPage::name);
    private final ToggleButton unfolded = Buttons.toggle(
            "walk-unfolded",
            "Unfold",
            Feather.COLUMNS,
            "The network unfolded in time: this step on the right, the two before it to its left.");
    private final Label caption = Labels.wrapped("");
    private final Label refusal = Labels.refusal("step-refusal");
    private final VBox drawing = new VBox();
    private @Nullable WalkthroughView view;
    private final LatestWork work = new LatestWork(() -> {});
    /** What the page itself put into the field. */
    private String example = "";
    /** What another page wanted to be walked, as long as its text stands in the field. */
    private @Nullable StepPlace place;

    private @Nullable Object modelOfPlace;

    /** @param wanted steps that other pages lead to; null for none */
    public StepPage(WindowModel window, ObservableValue<@Nullable StepPlace> wanted) {
        this.window = window;
        getStyleClass().add("lens-page");
        layer.show(0);
        layer.onChoice(any -> draw());
        loss.show(Loss.OF_ALL_STEPS);
        loss.onChoice(any -> move(0));
        unit.onChange(this::draw);
        caption.setId("step-caption");
        drawing.getStyleClass().add("vector-rows");
        Card card = new Card("One step", controls(), caption, refusal, drawing);
        card.addToHeader(views());
        card.explain(WORDS, "one-step", window.session().preferences());
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        draw();
        window.onOtherModel(this, this::begin);
        wanted.subscribe(now -> {
            if (now != null) {
                walkTo(now);
            }
        });
    }

    private void walkTo(StepPlace wanted) {
        place = wanted;
        modelOfPlace = window.session().modelIdentity();
        prime.setText(wanted.text());
        example = prime.getText();
        capture();
    }

    /** The page never stays empty: the first step of a model that has learned something is taken by itself. */
    private void begin(boolean trained) {
        work.cancel();
        if (place != null && modelOfPlace != window.session().modelIdentity()) {
            place = null;
            prime.setText("");
            example = "";
        }
        draw(null, trained ? "" : "Press Train, and a step of the network appears here.");
        if (trained) {
            capture();
        }
    }

    private HBox controls() {
        prime.setId("walk-prime");
        prime.setOnAction(event -> capture());
        Tips.on(
                prime,
                "The characters that are walked through, one at a time; where a text is written, behind the last one come those it"
                        + " draws. Left empty, an example is taken.");
        capture.setAccessibleText("Capture snapshot");
        Tips.on(capture, "Copies the network and restarts the walkthrough. Training continues.");
        back.setAccessibleText("Step before");
        Tips.on(back, "The step before.");
        next.setAccessibleText("Next step");
        Tips.on(next, "The next step.");
        for (Button button : List.of(capture, back, next)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        Nodes.show(layer, false);
        ((TextField) unit.control()).setPrefColumnCount(UNIT_COLUMNS);
        unit.setMinWidth(USE_PREF_SIZE);
        Field read = new Field("Text to _read", prime);
        HBox.setHgrow(read, Priority.ALWAYS);
        HBox controls = RowLayouts.of(read, capture, back, next, layer, unit, loss);
        controls.getStyleClass().add("step-controls");
        return controls;
    }

    private HBox views() {
        backward.setOnAction(event -> draw());
        unfolded.setOnAction(event -> draw());
        backward.selectedProperty().subscribe(back -> Nodes.show(loss, back));
        return new HBox(backward, unfolded);
    }

    private static String name(Loss of) {
        return of == Loss.OF_ONE_STEP ? "this step’s loss" : "all steps’ losses";
    }

    private String name(Integer row) {
        WalkthroughView now = view;
        return now == null ? "layer 1" : now.name(Math.min(row, now.step().rows() - 1));
    }

    private void capture() {
        boolean own = prime.getText().equals(example);
        StepPlace asked = own ? place : null;
        String typed = asked != null ? asked.text() : own ? "" : prime.getText();
        long seed = ThreadLocalRandom.current().nextLong();
        Loss of = loss.value();
        Dataset data = window.status().dataset();
        show(window.session().copies().inspect(model -> {
            WalkthroughView first = WalkthroughView.first(model, data, typed, seed, of);
            return asked != null && first.tour().reaches(asked.time())
                    ? first.at(new Position(asked.time(), of))
                    : first;
        }));
    }

    private void move(int by) {
        WalkthroughView now = view;
        if (now != null && now.tour().reaches(now.stop().time() + by)) {
            Position position = new Position(now.stop().time() + by, loss.value());
            show(window.session().copies().workOut(() -> now.at(position)));
        }
    }

    /** Shows what comes, instead of anything that was to come before it. */
    private void show(CompletableFuture<WalkthroughView> coming) {
        back.setDisable(true);
        next.setDisable(true);
        work.begin(coming, found -> draw(found, ""), sentence -> draw(null, sentence));
    }

    private void draw(@Nullable WalkthroughView now, String reason) {
        view = now;
        if (now != null && prime.getText().equals(example)) {
            prime.setText(now.walk().text());
            // The field leaves line ends out.
            example = prime.getText();
        }
        refusal.setText(reason);
        offerLayers();
        draw();
    }

    private void updateButtons() {
        WalkthroughView now = view;
        back.setDisable(now == null || !now.tour().reaches(now.stop().time() - 1));
        next.setDisable(now == null || !now.tour().reaches(now.stop().time() + 1));
    }

    private void offerLayers() {
        WalkthroughView now = view;
        if (now != null) {
            int rows = now.step().rows();
            int wanted = Math.min(layer.value(), rows - 1);
            layer.offer(IntStream.range(0, rows).boxed().toList());
            layer.show(wanted);
            Nodes.show(layer, rows > 1);
        }
    }

    private void draw() {
        updateButtons();
        WalkthroughView now = view;
        if (now == null) {
            caption.setText("");
            drawing.getChildren().clear();
            return;
        }
        UnitFocus focus = focus(now);
        unit.show(focus.unit() + 1.0);
        caption.setText(StepCaption.of(now, focus.pass()));
        drawing.getChildren().setAll(new FlowLine(now, focus));
        if (now.step().gives()) {
            drawing.getChildren().add(new OutputRows(now, focus.pass()));
        }
        if (focus.pass() == UnitFocus.Pass.FORWARD) {
            drawing.getChildren()
                    .addAll(
                            legend("−1, or the row’s most", "1, or the row’s most"),
                            VectorRows.forward(now, focus, this::choose),
                            WeightLine.forward(now, focus));
        } else {
            drawing.getChildren()
                    .addAll(
                            legend("−max of this row", "+max of this row"),
                            Labels.hint(StepCaption.parts(now, focus)),
                            VectorRows.backward(now, focus, this::choose),
                            WeightLine.backward(now, focus));
        }
    }

    private static ToneBar legend(String low, String high) {
        return new ToneBar(Shading.ShadingScale.DIVERGING).name(low, "0", high);
    }

    private void choose(int chosen) {
        unit.show(chosen + 1.0);
        draw();
    }

    private UnitFocus focus(WalkthroughView now) {
        return new UnitFocus(
                layer.value(),
                Math.min(unit.whole(), now.hidden()) - 1,
                backward.isSelected() ? UnitFocus.Pass.BACKWARD : UnitFocus.Pass.FORWARD,
                unfolded.isSelected() ? UnitFocus.Form.UNFOLDED : UnitFocus.Form.FOLDED);
    }
}
