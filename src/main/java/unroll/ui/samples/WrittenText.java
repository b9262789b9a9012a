package unroll.ui.samples;

import javafx.scene.control.TextArea;

/** The text that is being written: heard on one thread, shown on another, and bounded. */
final class WrittenText extends TextArea {
    /** Characters that stay on the screen; a longer text scrolls out at its beginning. */
    private static final int MOST = 6000;

    private final StringBuilder heard = new StringBuilder();

    WrittenText() {
        setId("written-text");
        setEditable(false);
        setWrapText(true);
        setPrefRowCount(8);
        setAccessibleText("Written text");
        getStyleClass().add("reading");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Begins anew with the prime; before the first time there is nothing to see. */
    void begin(String prime) {
        synchronized (heard) {
            heard.setLength(0);
        }
        setText(prime);
        setVisible(true);
    }

    /** Forgets the text; there is nothing to see then. */
    void discard() {
        begin("");
        setVisible(false);
    }

    /** Takes the next piece; called on the writing thread. */
    void hear(String piece) {
        synchronized (heard) {
            heard.append(piece);
            if (heard.length() > MOST) {
                heard.delete(0, heard.length() - MOST);
            }
        }
    }

    /** Shows what was heard since the last tick. */
    void tick() {
        String news;
        synchronized (heard) {
            news = heard.toString();
            heard.setLength(0);
        }
        if (!news.isEmpty()) {
            appendText(news);
            if (getLength() > MOST) {
                deleteText(0, getLength() - MOST);
            }
        }
    }
}
