package unroll.ui.control;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Tooltips that teach: what a thing is, and what changing it does. */
public final class Tips {
    private static final Duration DELAY = Duration.millis(450);
    private static final Duration READING_TIME = Duration.seconds(30);

    private Tips() {}

    /** Gives a control its tooltip, and the same words to a screen reader. */
    public static <C extends Control> C on(C control, String sentences) {
        Tooltip tip = new Tooltip(sentences);
        tip.setWrapText(true);
        tip.setShowDelay(DELAY);
        tip.setShowDuration(READING_TIME);
        tip.getStyleClass().add("teaching-tip");
        control.setTooltip(tip);
        control.setAccessibleHelp(sentences);
        return control;
    }
}
