package unroll.ui;

import javafx.css.PseudoClass;
import javafx.scene.control.Menu;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.session.state.Status;
import unroll.ui.answers.TryItCard;
import unroll.ui.control.Card;
import unroll.ui.control.ClipboardText;
import unroll.ui.control.MenuItems;
import unroll.ui.control.Scrolling;
import unroll.ui.model.WindowModel;
import unroll.ui.samples.SamplesCard;
import unroll.ui.samples.WriteCard;

/** The right column: what the network writes by itself, and on request; or answers, where its task asks for that. */
final class WritingColumn extends ScrollPane {
    private static final PseudoClass SHRUNK = PseudoClass.getPseudoClass("shrunk");

    private final SamplesCard samples;
    private final WriteCard write;
    private final TryItCard tryIt;
    private final VBox place = new VBox();

    WritingColumn(WindowModel window) {
        samples = new SamplesCard(window);
        write = new WriteCard(window);
        tryIt = new TryItCard(window);
        write.writtenProperty().subscribe(this::divideHeight);
        place.setId("writing-place");
        VBox.setVgrow(write, Priority.ALWAYS);
        VBox cards = new VBox(samples, place);
        Scrolling.fillLater(this, cards);
        setFitToHeight(true);
        setId("writing-column");
        window.statusProperty().subscribe(this::show);
    }

    private void show(Status status) {
        Card now = status.settings().task().writing().isPresent() ? write : tryIt;
        if (!place.getChildren().contains(now)) {
            place.getChildren().setAll(now);
            divideHeight(write.writtenProperty().get());
        }
    }

    /** A text that was asked for grows over the live samples, of which the newest stays in sight. */
    private void divideHeight(boolean written) {
        boolean shrunk = written && !place.getChildren().contains(tryIt);
        samples.pseudoClassStateChanged(SHRUNK, shrunk);
        VBox.setVgrow(samples, shrunk ? Priority.NEVER : Priority.ALWAYS);
        VBox.setVgrow(place, shrunk ? Priority.ALWAYS : Priority.NEVER);
    }

    /** Sampling is as at the start. */
    void startOver() {
        write.startOver();
    }

    /** Copies what the network wrote. */
    Menu editMenu() {
        return new Menu(
                "_Edit",
                null,
                MenuItems.of(
                        "menu-copy-samples",
                        "Copy All _Samples",
                        "Shortcut+Shift+C",
                        () -> ClipboardText.copy(samples.asText())),
                MenuItems.of(
                        "menu-copy-written", "Copy _Written Text or Answer", () -> ClipboardText.copy(onRequest())));
    }

    /** What was written or answered last on request. */
    private String onRequest() {
        return place.getChildren().contains(write) ? write.text() : tryIt.text();
    }
}
