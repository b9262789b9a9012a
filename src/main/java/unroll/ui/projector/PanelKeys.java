package unroll.ui.projector;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import unroll.ui.control.DigitKeys;

/**
 * The keys of the projector: those of the panels, but where somebody types; Page Up and Page Down, which a remote control
 * sends, wherever the keyboard is; Escape, where nothing else wants it.
 */
public final class PanelKeys {
    private final Projector projector;
    /** A key that chose a panel types nothing into it. */
    private boolean taken;

    public PanelKeys(Projector projector) {
        this.projector = projector;
    }

    public void watch(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            taken = projector.onProperty().get() && isPlain(event) && acts(event, scene.getFocusOwner());
            consume(event);
        });
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::consume);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> taken = false);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                projector.onProperty().set(false);
            }
        });
    }

    private void consume(KeyEvent event) {
        if (taken) {
            event.consume();
        }
    }

    private static boolean isPlain(KeyEvent event) {
        return !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown() && !event.isMetaDown();
    }

    private boolean acts(KeyEvent event, @Nullable Node focused) {
        KeyCode code = event.getCode();
        if (code == KeyCode.PAGE_DOWN || code == KeyCode.PAGE_UP) {
            projector.walk(code == KeyCode.PAGE_DOWN ? 1 : -1);
            return true;
        }
        Optional<ProjectorPanel> panel = isTypedInto(focused) ? Optional.empty() : panel(event);
        panel.ifPresent(projector::choose);
        return panel.isPresent();
    }

    private static boolean isTypedInto(@Nullable Node focused) {
        return focused instanceof TextInputControl input && input.isEditable();
    }

    private Optional<ProjectorPanel> panel(KeyEvent event) {
        OptionalInt digit = DigitKeys.digit(event);
        String name = digit.isPresent()
                ? Integer.toString(digit.getAsInt())
                : event.getCode().getName();
        return projector.panels().stream()
                .filter(panel -> panel.key().equals(name))
                .findFirst();
    }
}
