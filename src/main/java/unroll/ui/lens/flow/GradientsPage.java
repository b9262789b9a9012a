package unroll.ui.lens.flow;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.lens.SpectralRadius;
import unroll.message.Formats;
import unroll.session.model.GradientReading;
import unroll.session.model.InspectionInput;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.SideBySide;
import unroll.ui.control.Term;
import unroll.ui.files.ModelSwitcher;
import unroll.ui.lens.LayerNames;
import unroll.ui.model.ModelQuery;
import unroll.ui.model.WindowModel;

/** How the norm of the gradient changes in the backward pass, live; what clipping does to it; and whether it is right. */
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
        Nodes.show(drawings, false);
        // An empty strip says nothing.
        Nodes.show(clippingCard, false);
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
        ToggleButton hold = Buttons.toggle(
                "hold-gradients",
                "Hold",
                Feather.PAUSE,
                "Keeps this picture while training continues, for a closer look. Press it again to follow the training.");
        hold.selectedProperty().subscribe(selected -> {
            held = selected;
            query.setPaused(selected);
        });
        return hold;
    }

    private void follow(ObservableValue<Boolean> seen) {
        if (!window.hasTrainedModel()) {
            refuse(EMPTY);
            restartScales();
            shownStep = 0;
        }
        if (Boolean.TRUE.equals(seen.getValue()) && !held) {
            var recent = window.session().recent().view();
            strip.show(recent);
            clipping.setText(ClippingStrip.words(recent));
            Nodes.show(clippingCard, ClippingStrip.acted(recent));
        }
    }

    private void restartScales() {
        map.restartScale();
        decay.restartScale();
    }

    private void show(GradientReading reading) {
        if (reading.step() < shownStep) {
            restartScales();
        }
        shownStep = reading.step();
        map.show(reading.ofAll());
        decay.show(reading.ofOne());
        ofOne.setTitle("For the loss of the %s step alone"
                .formatted(LayerNames.isBidirectional(reading.ofOne()) ? "middle" : "last"));
        radii.show(reading.radii());
        where.setText("After step %s, in one column of the batch.".formatted(Formats.count(reading.step())));
        Nodes.show(drawings, true);
    }

    private void refuse(String sentence) {
        Nodes.show(drawings, false);
        where.setText(sentence);
    }

    /** The spectral radius of every block of every Waa: a row for each layer, the highest on top, an encoder's lowest, and a column for each block. */
    private static final class RadiusTable extends GridPane {
        RadiusTable() {
            setId("radius-table");
            getStyleClass().add("radius-table");
        }

        void show(List<SpectralRadius> radii) {
            List<String> blocks =
                    radii.stream().map(SpectralRadius::block).distinct().toList();
            List<String> layers =
                    radii.stream().map(SpectralRadius::layer).distinct().toList();
            getChildren().clear();
            for (int i = 0; i < blocks.size(); i++) {
                add(name(blocks.size() == 1 ? "Waa" : "Waa, " + blocks.get(i)), i + 1, 0);
            }
            for (int i = 0; i < layers.size(); i++) {
                add(name(LayerNames.of(layers.get(i), layers)), 0, layers.size() - i);
            }
            for (SpectralRadius each : radii) {
                Label number = new Label(text(each.radius()));
                number.getStyleClass().add("radius");
                number.setAccessibleText(
                        "%s, %s: %s".formatted(LayerNames.of(each.layer(), layers), each.block(), text(each.radius())));
                add(number, blocks.indexOf(each.block()) + 1, layers.size() - layers.indexOf(each.layer()));
            }
        }

        /** An arrow says which side of 1 the number shown lies on. */
        private static String text(double radius) {
            String number = Formats.fixed(radius, 2);
            long hundredths = Math.round(100 * radius);
            return number + (hundredths > 100 ? " ▲" : hundredths < 100 ? " ▽" : "");
        }

        private static Label name(String words) {
            Label label = new Label(words);
            label.getStyleClass().add("fact-name");
            return label;
        }
    }
}
