package unroll.ui.lens.flow;

import java.time.Duration;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.message.Formats;
import unroll.session.model.GradientReading;
import unroll.session.model.InspectionInput;
import unroll.ui.control.Card;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.SideBySide;
import unroll.ui.control.Term;
import unroll.ui.control.Tips;
import unroll.ui.files.ModelSwitcher;
import unroll.ui.model.ModelQuery;
import unroll.ui.model.WindowModel;

/** How the gradient fares on its way back through time, live; what clipping does to it; and whether it is right. */
public final class GradientsPage extends VBox {
    private static final String WORDS =
            "Learning sends the gradient of the loss back from step to step and from layer to layer; at each the map shows how"
                    + " much of it arrives, ‖∂L/∂a‹t›‖. Where it fades within a few steps the network cannot learn what lies"
                    + " further back, and where it grows without end one step can throw all the weights away.";
    private static final String EMPTY =
            "Press Train, or try one of the two demonstrations below, and the gradient appears here.";
    private static final String RADII = "▽ below 1: a signal dies away step by step. ▲ above 1: it can grow.";

    private final WindowModel window;
    private final FlowMap map = new FlowMap();
    private final DecayChart decay = new DecayChart();
    private final SideBySide.Titled ofOne = new SideBySide.Titled("", decay);
    private final ClippingStrip strip = new ClippingStrip();
    private final RadiusTable radii = new RadiusTable();
    private final Label where = Labels.hint(EMPTY);
    private final Label clipping = Labels.hint("");
    private final Card clippingCard = new Card("Clipping", strip, clipping);
    private final VBox drawings;
    private long shownStep;
    private boolean held;

    /** @param seen whether the page is in sight; while it is not, nothing is worked out */
    public GradientsPage(WindowModel window, ModelSwitcher switcher, ObservableValue<Boolean> seen) {
        this.window = window;
        where.setId("flow-place");
        clipping.setId("clipping-words");
        drawings = new VBox(flow(), Term.SPECTRAL_RADIUS.label(), radii, Labels.hint(RADII));
        drawings.getStyleClass().add("fields");
        showDrawings(false);
        showClipping(false);
        setId("gradients");
        getStyleClass().add("instrument-page");
        ModelQuery<Function<InspectionInput, GradientReading>, GradientReading> query = window.<Function<
                                InspectionInput, GradientReading>,
                        GradientReading>
                        query(this, window.session().copies()::inspectInput)
                .onlyWhile(window::hasTrainedModel)
                .follow(() -> GradientReading::of)
                .minPause(Duration.ofSeconds(1))
                .onAnswer((asked, reading) -> show(reading))
                .onRefusal(this::refuse)
                .build();
        Card gradient = new Card("Gradients", where, drawings);
        gradient.addToHeader(holdButton(query));
        gradient.explain(WORDS, "gradients", window.session().preferences());
        getChildren()
                .addAll(
                        new SlowMotionCard(window),
                        gradient,
                        clippingCard,
                        new VanishingCard(window),
                        new DemonstrationsCard(switcher),
                        new WeightCheckFold(window));
        window.statusProperty().subscribe(status -> follow(seen));
        seen.subscribe(now -> follow(seen));
    }

    private VBox flow() {
        Label reading = Labels.hint("");
        reading.setId("flow-reading");
        reading.textProperty().bind(map.readingProperty());
        return new VBox(new SideBySide(new SideBySide.Titled("For the loss of all steps", map), ofOne), reading);
    }

    private ToggleButton holdButton(ModelQuery<?, ?> query) {
        ToggleButton hold = new ToggleButton("Hold", Icons.of(Feather.PAUSE));
        hold.setId("hold-gradients");
        hold.getStyleClass().add("quiet");
        hold.selectedProperty().subscribe(selected -> {
            held = selected;
            query.setPaused(selected);
        });
        return Tips.on(
                hold,
                "Keeps this picture while training continues, for a closer look. Press it again to follow the training.");
    }

    private void follow(ObservableValue<Boolean> seen) {
        if (!window.hasTrainedModel()) {
            showDrawings(false);
            where.setText(EMPTY);
            shownStep = 0;
            map.restartScale();
            decay.restartScale();
        }
        if (Boolean.TRUE.equals(seen.getValue()) && !held) {
            var recent = window.session().recent().view();
            strip.show(recent);
            clipping.setText(ClippingStrip.words(recent));
            showClipping(ClippingStrip.acted(recent));
        }
    }

    /** An empty strip says nothing. */
    private void showClipping(boolean visible) {
        Nodes.show(clippingCard, visible);
    }

    private void show(GradientReading reading) {
        if (reading.step() < shownStep) {
            map.restartScale();
            decay.restartScale();
        }
        shownStep = reading.step();
        map.show(reading.ofAll());
        decay.show(reading.ofOne());
        ofOne.title("For the loss of the %s step alone"
                .formatted(LayerNames.isBidirectional(reading.ofOne()) ? "middle" : "last"));
        radii.show(reading.radii());
        where.setText("After step %s, in one column of the batch.".formatted(Formats.count(reading.step())));
        showDrawings(true);
    }

    private void refuse(String sentence) {
        showDrawings(false);
        where.setText(sentence);
    }

    private void showDrawings(boolean visible) {
        Nodes.show(drawings, visible);
    }
}
