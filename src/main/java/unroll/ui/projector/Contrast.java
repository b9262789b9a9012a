package unroll.ui.projector;

import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;

/** Pure paper and ink in place of the theme's softer colors, while the projector is on. */
public final class Contrast {
    /** What is the same in both themes. */
    private static final String SIZES = sheet("projector.css");

    private static final String LIGHT = sheet("light.css");
    private static final String DARK = sheet("dark.css");

    private final ReadOnlyObjectWrapper<List<String>> sheets = new ReadOnlyObjectWrapper<>(List.of());

    /**
     * @param on whether the projector is on
     * @param dark whether the theme is dark
     */
    public Contrast(ObservableBooleanValue on, ObservableBooleanValue dark) {
        sheets.bind(Bindings.createObjectBinding(
                () -> on.get() ? List.of(SIZES, dark.get() ? DARK : LIGHT) : List.of(), on, dark));
    }

    /** Adds the style sheets to those of a scene, which dialogs and menus over it share. */
    public void dress(ObservableList<String> scene) {
        sheets.subscribe((before, now) -> {
            scene.removeAll(before);
            scene.addAll(now);
        });
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Contrast.class.getResource(name)).toExternalForm();
    }
}
