package unroll.ui.diagram;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The boxes of a step.
 *
 * @param x its middle
 * @param states by row
 */
record StepColumn(
        double x,
        @Nullable DiagramBox input,
        Map<LayerRow, DiagramBox> states,
        @Nullable DiagramBox output) {}
