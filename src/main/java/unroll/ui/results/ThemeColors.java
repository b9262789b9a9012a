package unroll.ui.results;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/** The theme's colors for what is drawn on a canvas: labels nobody sees, which the style sheet colors. */
final class ThemeColors extends Group {
    private final Map<Ink, Label> probes = new EnumMap<>(Ink.class);

    /** What a color is for; {@code unroll.css} gives each its color. */
    enum Ink {
        PAPER,
        TEXT,
        MUTED,
        GRID,
        RIGHT,
        WRONG
    }

    ThemeColors() {
        for (Ink ink : Ink.values()) {
            Label probe = new Label();
            probe.getStyleClass().add("ink-" + ink.name().toLowerCase(Locale.ROOT));
            probes.put(ink, probe);
            getChildren().add(probe);
        }
        setManaged(false);
        setVisible(false);
    }

    void onChange(Runnable action) {
        probes.values().forEach(probe -> probe.textFillProperty().subscribe(fill -> action.run()));
    }

    Color of(Ink ink) {
        Paint paint = probe(ink).getTextFill();
        return paint instanceof Color color ? color : Color.GRAY;
    }

    /** Between paper, at 0, and an ink, at 1. */
    Color shade(Ink ink, double share) {
        return of(Ink.PAPER).interpolate(of(ink), Math.min(1, Math.max(0, share)));
    }

    /** Of text and paper the one that is easier to read on a color. */
    Color readableOn(Color ground) {
        Color text = of(Ink.TEXT);
        Color paper = of(Ink.PAPER);
        return distance(text, ground) >= distance(paper, ground) ? text : paper;
    }

    private static double distance(Color one, Color other) {
        return Math.abs(luminance(one) - luminance(other));
    }

    /** How bright a color looks, 0 to 1 (Rec. 709 weights). */
    private static double luminance(Color color) {
        return 0.2126 * color.getRed() + 0.7152 * color.getGreen() + 0.0722 * color.getBlue();
    }

    private Label probe(Ink ink) {
        return Objects.requireNonNull(probes.get(ink));
    }
}
