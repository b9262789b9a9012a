package unroll.ui;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.ui.control.Scrolling;
import unroll.ui.desk.Desk;
import unroll.ui.samples.SamplesCard;
import unroll.ui.samples.WriteCard;

/** The right column: what the network writes by itself, and on request. */
final class WritingColumn extends ScrollPane {
    private final SamplesCard samples;
    private final WriteCard write;

    WritingColumn(Desk desk) {
        samples = new SamplesCard(desk);
        write = new WriteCard(desk);
        VBox.setVgrow(samples, Priority.ALWAYS);
        VBox cards = new VBox(samples, write);
        cards.getStyleClass().add("column");
        setContent(cards);
        setFitToWidth(true);
        setFitToHeight(true);
        setId("writing-column");
        getStyleClass().add("edge-to-edge");
        Scrolling.changing(this);
    }

    SamplesCard samples() {
        return samples;
    }

    WriteCard write() {
        return write;
    }

    void beat() {
        write.beat();
    }
}
