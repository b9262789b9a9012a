package unroll.ui.lens;

import javafx.scene.control.Label;

/** Sentences that wrap, and take the height they need. */
final class Paragraph extends Label {
    Paragraph(String words) {
        super(words);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
    }

    /** In the colour of what is said on the side. */
    static Paragraph hint(String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.getStyleClass().add("hint");
        return paragraph;
    }
}
