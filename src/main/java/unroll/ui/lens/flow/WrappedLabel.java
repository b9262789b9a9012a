package unroll.ui.lens.flow;

import javafx.scene.control.Label;

/** Sentences that wrap, and take the height they need. */
final class WrappedLabel extends Label {
    WrappedLabel(String words) {
        super(words);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
    }

    /** In the color of what is said on the side. */
    static WrappedLabel hint(String words) {
        WrappedLabel paragraph = new WrappedLabel(words);
        paragraph.getStyleClass().add("hint");
        return paragraph;
    }
}
