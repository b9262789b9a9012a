package unroll.ui.chart;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import unroll.ui.control.Tips;

/** What charts count along their foot. */
final class AxisChoice extends ComboBox<XAxis> {
    /** @param tip what the ways to count are good for */
    AxisChoice(String id, String tip) {
        setId(id);
        getItems().setAll(XAxis.values());
        setConverter(new Titles());
        setValue(XAxis.STEP);
        setAccessibleText("Foot of the charts");
        Tips.on(this, tip);
    }

    private static final class Titles extends StringConverter<XAxis> {
        @Override
        public String toString(@Nullable XAxis value) {
            return value == null ? "" : value.title();
        }

        @Override
        public XAxis fromString(String title) {
            throw new UnsupportedOperationException("The axis is not typed.");
        }
    }
}
