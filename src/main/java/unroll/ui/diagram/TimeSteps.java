package unroll.ui.diagram;

import static unroll.ui.diagram.DiagramStep.OF_BOTH;
import static unroll.ui.diagram.DiagramStep.OF_INPUTS;
import static unroll.ui.diagram.DiagramStep.OF_OUTPUTS;
import static unroll.ui.diagram.DiagramStep.both;
import static unroll.ui.diagram.DiagramStep.reads;
import static unroll.ui.diagram.DiagramStep.started;
import static unroll.ui.diagram.DiagramStep.writes;

import java.util.List;

/**
 * The steps a kind's figure shows.
 *
 * @param steps of the network, or of the encoder where there is one
 * @param answer of the decoder
 */
record TimeSteps(List<DiagramStep> steps, List<DiagramStep> answer) {
    private static final String LAST = "T_x";
    private static final String LAST_WRITTEN = "T_y";

    static TimeSteps of(DiagramType kind, Detail detail) {
        return detail == Detail.FULL ? full(kind) : small(kind);
    }

    private static TimeSteps full(DiagramType kind) {
        return switch (kind) {
            case ONE_TO_ONE -> steps(both("1"));
            case ONE_TO_MANY -> steps(both("1"), writes("2"), writes("3"), OF_OUTPUTS, writes(LAST_WRITTEN));
            case MANY_TO_ONE -> steps(reads("1"), reads("2"), reads("3"), OF_INPUTS, both(LAST));
            case MANY_TO_MANY_EQUAL, BIDIRECTIONAL, DEEP -> steps(both("1"), both("2"), both("3"), OF_BOTH, both(LAST));
            case MANY_TO_MANY_UNEQUAL ->
                new TimeSteps(
                        List.of(reads("1"), reads("2"), OF_INPUTS, reads(LAST)),
                        List.of(started("1"), writes("2"), OF_OUTPUTS, writes(LAST_WRITTEN)));
        };
    }

    private static TimeSteps small(DiagramType kind) {
        return switch (kind) {
            case ONE_TO_ONE -> steps(both("1"));
            case ONE_TO_MANY -> steps(both("1"), writes("2"), writes("3"));
            case MANY_TO_ONE -> steps(reads("1"), reads("2"), both("3"));
            case MANY_TO_MANY_EQUAL, BIDIRECTIONAL, DEEP -> steps(both("1"), both("2"), both("3"));
            case MANY_TO_MANY_UNEQUAL ->
                new TimeSteps(List.of(reads("1"), reads("2")), List.of(writes("1"), writes("2"), writes("3")));
        };
    }

    private static TimeSteps steps(DiagramStep... steps) {
        return new TimeSteps(List.of(steps), List.of());
    }
}
