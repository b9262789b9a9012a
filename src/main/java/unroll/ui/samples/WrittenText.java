package unroll.ui.samples;

import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import unroll.message.Wording;
import unroll.ui.control.ClipboardText;
import unroll.ui.control.Scrolling;

/**
 * The text that is being written, after the prime in bold: received on one thread, shown on another. It stays where its reader is,
 * at its beginning first.
 */
final class WrittenText extends ScrollPane {
    /** Characters on the screen, the first ones; a longer text is copied whole. */
    private static final int MAX_SHOWN = 8000;

    private final StringBuilder received = new StringBuilder();
    private final Text prime = new Text();
    private final Text text = new Text();
    private final Text rest = new Text();
    private int restLength;

    /** @param whole all of the text, to be copied */
    WrittenText(Supplier<String> whole) {
        prime.getStyleClass().addAll("text", "prime");
        text.getStyleClass().add("text");
        rest.getStyleClass().add("rest");
        TextFlow flow = new TextFlow(prime, text, rest);
        setContent(flow);
        Scrolling.changing(this);
        setId("written-text");
        setFitToWidth(true);
        setAccessibleText("Written text");
        getStyleClass().add("reading");
        MenuItem copy = new MenuItem("Copy");
        copy.setOnAction(event -> ClipboardText.copy(whole.get()));
        setContextMenu(new ContextMenu(copy));
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Begins with the prime; before the first time there is nothing to see. */
    void begin(String start) {
        synchronized (received) {
            received.setLength(0);
        }
        prime.setText(start);
        text.setText("");
        rest.setText("");
        restLength = 0;
        setVvalue(0);
        setVisible(true);
    }

    /** Forgets the text; there is nothing to see then. */
    void discard() {
        begin("");
        setVisible(false);
    }

    /** Takes the next piece; called on the writing thread. */
    void append(String piece) {
        synchronized (received) {
            received.append(piece);
        }
    }

    /** Shows what was received since the last tick. */
    void tick() {
        String news;
        synchronized (received) {
            news = received.toString();
            received.setLength(0);
        }
        if (!news.isEmpty()) {
            int shown = Math.min(news.length(), MAX_SHOWN - text.getText().length());
            text.setText(text.getText() + news.substring(0, shown));
            restLength += news.length() - shown;
            rest.setText(restLength == 0 ? "" : "\n… and %s".formatted(Wording.count(restLength, "more character")));
        }
    }

    /** What is on the screen of it, prime included. */
    String text() {
        return prime.getText() + text.getText();
    }
}
