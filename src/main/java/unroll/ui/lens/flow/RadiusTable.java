package unroll.ui.lens.flow;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import unroll.lens.SpectralRadius;

/** The spectral radius of every block of every Waa: a row for each layer, the highest on top, an encoder's lowest, and a column for each block. */
final class RadiusTable extends GridPane {
    RadiusTable() {
        setId("radius-table");
        getStyleClass().add("radius-table");
    }

    void show(List<SpectralRadius> radii) {
        List<String> blocks =
                radii.stream().map(SpectralRadius::block).distinct().toList();
        List<String> layers =
                radii.stream().map(SpectralRadius::layer).distinct().toList();
        getChildren().clear();
        for (int i = 0; i < blocks.size(); i++) {
            add(name(blocks.size() == 1 ? "Waa" : "Waa, " + blocks.get(i)), i + 1, 0);
        }
        for (int i = 0; i < layers.size(); i++) {
            add(name(LayerNames.of(layers.get(i), layers)), 0, layers.size() - i);
        }
        for (SpectralRadius each : radii) {
            Label number = new Label(text(each.radius()));
            number.getStyleClass().add("radius");
            number.setAccessibleText(
                    "%s, %s: %s".formatted(LayerNames.of(each.layer(), layers), each.block(), text(each.radius())));
            add(number, blocks.indexOf(each.block()) + 1, layers.size() - layers.indexOf(each.layer()));
        }
    }

    /** An arrow says which side of 1 it lies on. */
    private static String text(double radius) {
        return String.format(Locale.ROOT, "%.2f %s", radius, radius > 1 ? "▲" : "▽");
    }

    private static Label name(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("fact-name");
        return label;
    }
}
