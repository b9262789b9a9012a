package unroll.ui.settings;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import unroll.ui.control.Icons;
import unroll.ui.model.WindowModel;

/** Says why some fields are locked, while they are. */
final class ResetHint extends Label {
    ResetHint(WindowModel window) {
        super("Reset to change", Icons.of(Feather.LOCK));
        getStyleClass().add("hint");
        setWrapText(true);
        window.statusProperty().subscribe(status -> {
            setVisible(window.hasTrainedModel());
            setManaged(window.hasTrainedModel());
        });
    }
}
