package unroll.ui.samples;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.session.state.Status;
import unroll.train.TrainingEvent;
import unroll.train.TrainingEvent.Sampled;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.Labels;
import unroll.ui.control.Scrolling;
import unroll.ui.model.FxThread;
import unroll.ui.model.WindowModel;

/** What the network writes or answers while it learns, newest first; the latest fifty. */
public final class SamplesCard extends Card {
    static final int MAX_SAMPLES = 50;

    private final VBox list = new VBox() {
        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            FxThread.later(SamplesCard.this::endBetweenLines);
        }
    };
    private final ScrollPane scroll = Scrolling.changing(new ScrollPane(list));
    private final Label hint = Labels.hint("");
    private final Button newer = Buttons.of("newer-samples-button", "", Feather.ARROW_UP, () -> scroll.setVvalue(0));
    private final Deque<Sampled> waiting = new ArrayDeque<>();
    private SampleKind kind = SampleKind.TEXTS;

    public SamplesCard(WindowModel window) {
        super(SampleKind.TEXTS.title());
        setId("samples-card");
        list.setId("samples-list");
        list.getStyleClass().add("samples");
        newer.setMaxWidth(Double.MAX_VALUE);
        newer.managedProperty().bind(newer.visibleProperty());
        newer.setVisible(false);
        list.getChildren().add(hint);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.vvalueProperty().subscribe(value -> {
            if (atTop()) {
                showWaiting();
            }
        });
        scroll.heightProperty().subscribe(height -> FxThread.later(this::endBetweenLines));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(newer, scroll);
        window.onEvent(this::onEvent);
        window.statusProperty().subscribe(status -> {
            show(SampleKind.of(status.settings()));
            forget(status);
        });
    }

    private void show(SampleKind now) {
        setTitle(now.title());
        hint.setText(now.hint());
        if (kind != now) {
            kind = now;
            clear();
        }
    }

    /** All samples as one text, newest first. */
    public String asText() {
        return list.getChildren().stream()
                .filter(SampleCard.class::isInstance)
                .map(card -> ((SampleCard) card).asText())
                .collect(Collectors.joining("\n\n"));
    }

    private void onEvent(TrainingEvent event) {
        if (event instanceof Sampled sample) {
            waiting.addFirst(sample);
            while (waiting.size() > MAX_SAMPLES) {
                waiting.removeLast();
            }
            showWaiting();
        }
    }

    /** Whoever reads an older sample is not interrupted: new ones wait above. */
    private void showWaiting() {
        if (atTop()) {
            while (!waiting.isEmpty()) {
                add(waiting.removeLast());
            }
        }
        newer.setVisible(!waiting.isEmpty());
        newer.setText(kind.newer(waiting.size()));
    }

    /** Leaves so much room below the samples that the last line in sight is a whole one. */
    private void endBetweenLines() {
        Insets margin = VBox.getMargin(scroll);
        double before = margin == null ? 0 : margin.getBottom();
        double room = scroll.getHeight() + before;
        double rest = room - wholeLines(room);
        if (Math.abs(rest - before) > 0.5) {
            VBox.setMargin(scroll, new Insets(0, 0, rest, 0));
        }
    }

    private double wholeLines(double room) {
        double whole = room;
        for (Node node : list.getChildren()) {
            double top = node.getLayoutY();
            if (node instanceof SampleCard card && top + card.getHeight() > room) {
                double lines = card.wholeLines(room - top);
                return lines > 0 ? top + lines : whole;
            }
            whole = top + node.getLayoutBounds().getHeight();
        }
        return room;
    }

    private boolean atTop() {
        return scroll.getVvalue() <= 0.001;
    }

    private void add(Sampled sample) {
        list.getChildren().remove(hint);
        SampleCard card = list.getChildren().size() < MAX_SAMPLES
                ? new SampleCard(kind)
                : (SampleCard) list.getChildren().remove(list.getChildren().size() - 1);
        card.show(sample);
        list.getChildren().add(0, card);
    }

    private void forget(Status status) {
        if (status.metrics().step() == 0 && !list.getChildren().contains(hint)) {
            clear();
        }
    }

    private void clear() {
        waiting.clear();
        newer.setVisible(false);
        list.getChildren().setAll(hint);
    }
}
