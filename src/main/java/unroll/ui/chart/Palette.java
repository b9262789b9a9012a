package unroll.ui.chart;

import java.util.List;
import javafx.scene.paint.Color;
import unroll.ui.chart.Drawing.Ink;

/**
 * The colors of a chart: blue, orange, green and purple of Okabe and Ito's set for color-blind readers, darker on white and
 * lighter on black.
 */
public enum Palette {
    LIGHT(
            Color.WHITE,
            Color.web("#57606a"),
            Color.web("#d8dee4"),
            Color.web("#0b62b0"),
            Color.web("#b84a00"),
            Color.web("#00795a"),
            Color.web("#9a3b76")),
    DARK(
            Color.web("#0d1117"),
            Color.web("#9aa4af"),
            Color.web("#30363d"),
            Color.web("#5fb2f2"),
            Color.web("#ff9f4a"),
            Color.web("#3fc79a"),
            Color.web("#e08fc0")),
    /** On white, for the last row of a lecture room: every mark has a contrast of 7 or more. */
    STRONG_LIGHT(
            Color.WHITE,
            Color.BLACK,
            Color.web("#8c959f"),
            Color.web("#00478f"),
            Color.web("#8a3300"),
            Color.web("#00563f"),
            Color.web("#7a1f5a")),
    /** The same on black. */
    STRONG_DARK(
            Color.BLACK,
            Color.WHITE,
            Color.web("#6e7781"),
            Color.web("#7cc4ff"),
            Color.web("#ffb066"),
            Color.web("#5fe0b4"),
            Color.web("#f5a8d6"));

    private static final double STRONG_WIDTH = 1.4;

    private final Color paper;
    private final Color text;
    private final Color grid;
    private final Color loss;
    private final Color validation;
    private final Color gradient;
    private final Color exact;

    Palette(Color paper, Color text, Color grid, Color loss, Color validation, Color gradient, Color exact) {
        this.paper = paper;
        this.text = text;
        this.grid = grid;
        this.loss = loss;
        this.validation = validation;
        this.gradient = gradient;
        this.exact = exact;
    }

    /** The one that goes with a text color of the theme; pure black and pure white are those of the lecture room. */
    public static Palette with(Color text) {
        Palette usual = text.getBrightness() > 0.5 ? DARK : LIGHT;
        return text.equals(usual.stronger().text) ? usual.stronger() : usual;
    }

    /** The one for a lecture room. */
    public Palette stronger() {
        return switch (this) {
            case LIGHT, STRONG_LIGHT -> STRONG_LIGHT;
            case DARK, STRONG_DARK -> STRONG_DARK;
        };
    }

    /** How many times as wide as usual lines are. */
    public double width() {
        return this == stronger() ? STRONG_WIDTH : 1;
    }

    public Color paper() {
        return paper;
    }

    /** Of axes, names and numbers. */
    public Color text() {
        return text;
    }

    /** Of what stands behind the curves. */
    public Color grid() {
        return grid;
    }

    /** Blue, orange, green and purple: of several lines of one kind, in this order. */
    public List<Color> marks() {
        return List.of(loss, validation, gradient, exact);
    }

    Color of(Ink ink) {
        return switch (ink) {
            case LOSS, FIRST -> loss;
            case VALIDATION, SECOND -> validation;
            case GRADIENT, THIRD -> gradient;
            case EXACT, FOURTH -> exact;
        };
    }
}
