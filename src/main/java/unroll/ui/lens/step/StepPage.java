package unroll.ui.lens.step;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.lens.step.Substituted;
import unroll.network.NetworkSpec;
import unroll.ui.control.Allowed;
import unroll.ui.control.Card;
import unroll.ui.control.Choice;
import unroll.ui.control.Field;
import unroll.ui.control.Icons;
import unroll.ui.control.NumberField;
import unroll.ui.control.Tips;
import unroll.ui.desk.Desk;
import unroll.ui.desk.FxThread;
import unroll.ui.lens.Explained;
import unroll.ui.lens.Shading;
import unroll.ui.lens.ToneBar;

/** One character's way through the network and back, with every number. */
public final class StepPage extends VBox {
    private static final String WORDS =
            "Takes the network as it is at this moment and walks one character after the other through it, every formula with"
                    + " its numbers for one unit. Backward shows the same step once more, with the gradients that flow from"
                    + " its loss to the gates.";

    private final Desk desk;
    private final TextField prime = new TextField("the ");
    private final Button take = new Button("Take the network as it is now", Icons.of(Feather.CAMERA));
    private final Button back = new Button("Back", Icons.of(Feather.CHEVRON_LEFT));
    private final Button next = new Button("Next", Icons.of(Feather.CHEVRON_RIGHT));
    private final Choice<Integer> layer =
            new Choice<>("step-layer", "Layer", List.of(0), number -> "Layer " + (number + 1));
    private final NumberField unit = new NumberField("step-unit", "Unit", Allowed.whole(1, NetworkSpec.MAX_HIDDEN), 1)
            .tip("The unit whose numbers stand in the formulas. Press a coloured cell to choose it there.");
    private final ToggleButton backward = new ToggleButton("Backward", Icons.of(Feather.CORNER_DOWN_LEFT));
    private final ToggleButton unfolded = new ToggleButton("Unfold: last 3 steps");
    private final Label caption = new Label();
    private final Label refusal = Explained.refusal("step-refusal");
    private final VBox drawing = new VBox();
    private @Nullable Scene scene;

    public StepPage(Desk desk) {
        this.desk = desk;
        getStyleClass().add("lens-page");
        layer.show(0);
        layer.onChoice(any -> draw());
        unit.onChange(this::draw);
        caption.setId("step-caption");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        drawing.getStyleClass().add("vector-rows");
        getChildren()
                .addAll(
                        new Card(
                                "One step, with numbers",
                                Explained.words(WORDS),
                                new Field("Text to _read", prime),
                                controls(),
                                views()),
                        new Card("The step", caption, refusal, drawing));
        draw();
    }

    private FlowPane controls() {
        prime.setId("walk-prime");
        prime.setOnAction(event -> take());
        Tips.on(
                prime,
                "The characters that are walked through, one at a time. Behind the last one come those it draws.");
        take.setId("take-network");
        take.setOnAction(event -> take());
        Tips.on(take, "Copies the network and begins the walk anew. Training may go on meanwhile.");
        back.setId("walk-back");
        back.setOnAction(event -> move(-1));
        next.setId("walk-next");
        next.setOnAction(event -> move(1));
        FlowPane controls = new FlowPane(take, back, next);
        controls.getStyleClass().add("unit-choice");
        return controls;
    }

    private FlowPane views() {
        backward.setId("walk-backward");
        unfolded.setId("walk-unfolded");
        backward.setOnAction(event -> draw());
        unfolded.setOnAction(event -> draw());
        unfolded.disableProperty().bind(backward.selectedProperty());
        Tips.on(backward, "The way back: the gradient of this step's loss, from the logits to the gates.");
        Tips.on(unfolded, "The network unfolded in time: this step on the right, the two before it to its left.");
        FlowPane views = new FlowPane(layer, unit, backward, unfolded);
        views.getStyleClass().add("unit-choice");
        return views;
    }

    private void take() {
        String text = prime.getText();
        long seed = ThreadLocalRandom.current().nextLong();
        show(desk.session().inspect(look -> Scene.first(look, text, seed)));
    }

    private void move(int by) {
        Scene now = scene;
        if (now != null && now.tour().reaches(now.stop().time() + by)) {
            show(desk.session().workOut(() -> now.at(now.stop().time() + by)));
        }
    }

    private void show(CompletableFuture<Scene> coming) {
        take.setDisable(true);
        back.setDisable(true);
        next.setDisable(true);
        FxThread.whenDone(coming, found -> draw(found, ""), thrown -> draw(null, Explained.reason(thrown)));
    }

    private void draw(@Nullable Scene now, String reason) {
        scene = now;
        refusal.setText(reason);
        offerLayers();
        draw();
    }

    private void buttons() {
        Scene now = scene;
        take.setDisable(false);
        back.setDisable(now == null || !now.tour().reaches(now.stop().time() - 1));
        next.setDisable(now == null || !now.tour().reaches(now.stop().time() + 1));
    }

    private void offerLayers() {
        Scene now = scene;
        if (now != null) {
            int layers = now.step().layers();
            int wanted = Math.min(layer.value(), layers - 1);
            layer.offer(IntStream.range(0, layers).boxed().toList());
            layer.show(wanted);
        }
    }

    private void draw() {
        buttons();
        Scene now = scene;
        if (now == null) {
            caption.setText("Press “Take the network as it is now” to begin.");
            drawing.getChildren().clear();
            return;
        }
        Focus focus = focus(now);
        unit.show(focus.unit() + 1.0);
        caption.setText(caption(now));
        OutputRows output = new OutputRows(now, focus.way());
        FlowLine flow = new FlowLine(now, focus);
        if (focus.way() == Focus.Way.FORWARD) {
            VectorRows rows = VectorRows.forward(now, focus, this::choose);
            drawing.getChildren().setAll(flow, legend("−1, or the row’s most", "1, or the row’s most"), rows, output);
        } else {
            VectorRows rows = VectorRows.backward(now, focus, this::choose);
            drawing.getChildren().setAll(flow, output, legend("−most of the row", "+most of the row"), rows);
        }
    }

    private static ToneBar legend(String low, String high) {
        ToneBar legend = new ToneBar(Shading.Scale.DIVERGING);
        legend.name(low, "0", high);
        return legend;
    }

    private void choose(int chosen) {
        unit.show(chosen + 1.0);
        draw();
    }

    private Focus focus(Scene now) {
        return new Focus(
                layer.value(),
                Math.min(unit.whole(), now.hidden()) - 1,
                backward.isSelected() ? Focus.Way.BACKWARD : Focus.Way.FORWARD,
                unfolded.isSelected() && !backward.isSelected() ? Focus.Form.UNFOLDED : Focus.Form.FOLDED);
    }

    private String caption(Scene now) {
        String drawn = now.output(now.stop().draw().symbol());
        String words = "t = %d: reads “%s” and draws “%s”. %s Taken at step %,d of the training."
                .formatted(
                        now.stop().time(),
                        now.input(now.step().symbol()),
                        drawn,
                        now.stop()
                                .next()
                                .map(next -> "Next comes “%s”, so that is y<t>; L = %s nats."
                                        .formatted(
                                                now.output(next),
                                                Substituted.number(now.back().loss())))
                                .orElse("Nobody knows what should come next, so y<t> is what was drawn; L = %s nats."
                                        .formatted(Substituted.number(now.back().loss()))),
                        now.trained());
        return backward.isSelected() ? words + " Gradients of this step's loss alone." : words;
    }
}
