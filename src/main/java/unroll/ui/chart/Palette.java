package unroll.ui.chart;

import javafx.scene.paint.Color;
import unroll.ui.chart.Drawing.Ink;

/**
 * The colours of a chart: blue, orange, green and purple of Okabe and Ito's set for colour-blind readers, darker on white and
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
            Color.web("#e08fc0"));

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

    Color of(Ink ink) {
        return switch (ink) {
            case LOSS, FIRST -> loss;
            case VALIDATION, SECOND -> validation;
            case GRADIENT, THIRD -> gradient;
            case EXACT, FOURTH -> exact;
        };
    }
}
