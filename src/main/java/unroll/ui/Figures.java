package unroll.ui;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import unroll.message.Formats;
import unroll.session.run.Curves;
import unroll.session.state.Status;
import unroll.ui.control.Nodes;
import unroll.ui.control.Term;
import unroll.ui.control.Tips;
import unroll.ui.model.WindowModel;
import unroll.ui.projector.PresentationLayout;

/** The figures of the run, each in a place of its own so that nothing moves while they change. */
final class Figures extends FlowPane {
    private static final double ONE_LINE_EM = 62;
    /** Below it, under a large zoom, there is room for what a class watches. */
    private static final double FEW_EM = 30;

    private final WindowModel window;
    private final Label step = headline("Step", "step", 5.6, "Updates of the weights since this model began.");
    private final Label epoch =
            figure("Epoch", "epoch", 4.6, "Passes over the training part. After 1 every character was read once.");
    private final Label loss = headline(
            "Loss (nats)",
            "loss",
            5.8,
            "How surprised the network is by the next character, on average. Less is better.");
    private final Label bits = figure(
            "Bits", "bits", 4, "The same loss in bits per character. A text file could be packed to about this size.");
    private final Label perplexity = figure(
            "Perplexity",
            "perplexity",
            5.4,
            "The same loss as a number of symbols: the network is as unsure as among so many equally likely ones. 1 would be certainty.");
    private final Label validation = headline(
            "Validation",
            "validation-loss",
            5.6,
            "The loss on text it does not learn from. Where it rises while the loss falls, the network memorizes.");
    private final Label speed = figure("Chars/s", "speed", 5.2, "Characters the training reads in a second.");
    private final Label time =
            figure("Time", "time", 8.2, "Time spent training, and the time left where an end is set.");
    private final Label parameters =
            figure("Parameters", "parameters", 6.4, "Trainable weights of this network, biases included.");

    private boolean spotlight;

    Figures(WindowModel window) {
        this.window = window;
        setId("figures");
        getStyleClass().add("figures");
        // One line where there is room for it; less room wraps them.
        bits.fontProperty().subscribe(font -> setPrefWrapLength(ONE_LINE_EM * font.getSize()));
        widthProperty().subscribe(width -> arrange());
        window.statusProperty().subscribe(this::show);
        window.curvesProperty().subscribe(curves -> showLoss(window.status(), curves));
    }

    /** In the spotlight there is room for what a class watches. */
    void show(PresentationLayout layout) {
        spotlight = layout.isSpotlight();
        arrange();
    }

    /**
     * In one line, where that spares the charts a second one: bits follow from nats, the model card has the parameters, and
     * nobody has to know the speed.
     */
    private void arrange() {
        double em = bits.getFont().getSize();
        boolean narrow = getWidth() > 0 && getWidth() < ONE_LINE_EM * em;
        boolean few = spotlight || getWidth() > 0 && getWidth() < FEW_EM * em;
        for (Label value : List.of(epoch, bits, perplexity, speed, time, parameters)) {
            boolean spared = value == bits || value == speed || value == parameters;
            boolean watched = spotlight && value == epoch;
            Nodes.show(value.getParent(), !(narrow && spared) && !(few && !watched));
        }
    }

    /** What a class watches is larger than the rest. */
    private Label headline(String name, String id, double widthEm, String tip) {
        Label value = figure(name, id, widthEm, tip);
        value.getStyleClass().add("headline");
        return value;
    }

    private Label figure(String name, String id, double widthEm, String tip) {
        Label heading = Nodes.styled(new Label(name), "figure-name");
        Label value = Nodes.styled(new Label("–"), "figure-value");
        value.setId(id + "-figure");
        value.setAccessibleText(name);
        heading.setLabelFor(value);
        VBox box = new VBox(heading, value);
        box.setStyle(String.format(Locale.ROOT, "-fx-min-width: %.1fem;", widthEm));
        if (id.equals("loss")) {
            Term.NATS.mark(heading);
        } else {
            Tips.on(heading, tip);
        }
        Tips.on(value, tip);
        getChildren().add(box);
        return value;
    }

    private void show(Status status) {
        step.setText(Formats.count(status.metrics().step()));
        epoch.setText(String.format(Locale.ROOT, "%.2f", status.metrics().epoch()));
        showLoss(status, window.curvesProperty().get());
        validation.setText(Formats.loss(status.metrics().losses().validation()));
        speed.setText(Formats.rate(status.metrics().charsPerSecond()));
        time.setText(time(status));
        parameters.setText(
                status.model().parameters() == 0
                        ? "–"
                        : Formats.count(status.model().parameters()));
    }

    /** The end of the smoothed curve, so that the chart and the figure agree; a file without curves has a figure alone. */
    private void showLoss(Status status, Curves.View curves) {
        double nats = curves.trainLoss().isEmpty() ? status.metrics().losses().train() : curves.smoothedLoss();
        loss.setText(Formats.loss(nats));
        bits.setText(Formats.fixed(Formats.bits(nats), 3));
        perplexity.setText(Formats.fixed(Math.exp(nats), 2));
    }

    private static String time(Status status) {
        String spent = Formats.duration(status.metrics().seconds());
        return Double.isFinite(status.metrics().secondsLeft())
                ? "%s, %s left"
                        .formatted(spent, Formats.duration(status.metrics().secondsLeft()))
                : spent;
    }
}
