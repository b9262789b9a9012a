package unroll.ui.diagram;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The boxes of a step.
 *
 * @param x its middle
 * @param states by lane
 */
record Column(
        double x,
        @Nullable Box input,
        Map<Lane, Box> states,
        @Nullable Box output) {}
