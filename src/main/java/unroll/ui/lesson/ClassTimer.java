package unroll.ui.lesson;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.ui.control.Buttons;
import unroll.ui.control.Nodes;
import unroll.ui.model.WindowModel;

/** Time for a class to think: another minute for each press, counted down. */
final class ClassTimer extends HBox {
    private static final long MINUTE = 60_000_000_000L;

    private final Label left = Nodes.styled(Nodes.named("class-timer", new Label()), "class-timer");
    private long end;

    ClassTimer(WindowModel window) {
        Button more = Buttons.of("class-timer-start", "1 min", Feather.CLOCK, () -> {
            end = Math.max(end, System.nanoTime()) + MINUTE;
            show();
        });
        more.setAccessibleText("One more minute to think");
        more.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("row");
        getChildren().addAll(left, more);
        Nodes.show(this, false);
        stop();
        window.onTick(this, this::show);
    }

    void stop() {
        end = System.nanoTime();
        left.setText("");
    }

    private void show() {
        long seconds = Math.max(0, (end - System.nanoTime() + 999_999_999) / 1_000_000_000);
        if (seconds > 0) {
            left.setText(String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60));
        } else if (!left.getText().isEmpty()) {
            left.setText("Time is up");
        }
    }
}
