package unroll.ui.compare;

import javafx.scene.paint.Color;

/** What a chart is drawn on. */
enum Ground {
    LIGHT(Color.WHITE, Color.web("#57606a"), Color.web("#d8dee4")),
    DARK(Color.web("#0d1117"), Color.web("#9aa4af"), Color.web("#30363d"));

    private final Color paper;
    private final Color text;
    private final Color grid;

    Ground(Color paper, Color text, Color grid) {
        this.paper = paper;
        this.text = text;
        this.grid = grid;
    }

    Color paper() {
        return paper;
    }

    Color text() {
        return text;
    }

    Color grid() {
        return grid;
    }
}
