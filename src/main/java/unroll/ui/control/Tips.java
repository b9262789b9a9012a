package unroll.ui.control;

import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** Tooltips that teach: what a thing is, and what changing it does. */
public final class Tips {
    private static final Duration DELAY = Duration.millis(450);
    private static final Duration READING_TIME = Duration.seconds(30);

    private Tips() {}

    /**
     * Gives a control its tooltip, and the same words to a screen reader. The tooltip is made when the pointer first comes
     * near: each is a window of its own, and the fifty of them took a tenth of the start.
     */
    public static <C extends Control> C on(C control, String sentences) {
        control.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, new EventHandler<>() {
            @Override
            public void handle(MouseEvent entered) {
                control.removeEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, this);
                control.setTooltip(tip(sentences));
            }
        });
        control.setAccessibleHelp(sentences);
        return control;
    }

    private static Tooltip tip(String sentences) {
        Tooltip tip = new Tooltip(sentences);
        tip.setWrapText(true);
        tip.setShowDelay(DELAY);
        tip.setShowDuration(READING_TIME);
        tip.getStyleClass().add("teaching-tip");
        return tip;
    }
}
