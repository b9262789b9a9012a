package unroll.ui.lens.flow;

import javafx.scene.AccessibleRole;
import unroll.ui.chart.Palette;
import unroll.ui.control.ResizableCanvas;

/** A sheet with axes in a chart's colors. */
abstract class LogPlot extends ResizableCanvas {
    LogPlot(String id) {
        setId(id);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    final Palette palette() {
        return Palette.with(ink());
    }
}
