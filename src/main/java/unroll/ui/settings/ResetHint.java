package unroll.ui.settings;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import unroll.ui.control.Icons;
import unroll.ui.desk.WindowModel;

/** Says why some fields are locked, while they are. */
final class ResetHint extends Label {
    ResetHint(WindowModel desk) {
        super("Reset to change", Icons.of(Feather.LOCK));
        getStyleClass().add("hint");
        setWrapText(true);
        desk.statusProperty().subscribe(status -> {
            setVisible(desk.hasTrainedModel());
            setManaged(desk.hasTrainedModel());
        });
    }
}
