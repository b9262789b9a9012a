package unroll.ui.diagram;

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
            case ONE_TO_ONE -> steps(DiagramStep.both("1"));
            case ONE_TO_MANY ->
                steps(
                        DiagramStep.both("1"),
                        DiagramStep.writes("2"),
                        DiagramStep.writes("3"),
                        DiagramStep.OF_OUTPUTS,
                        DiagramStep.writes(LAST_WRITTEN));
            case MANY_TO_ONE ->
                steps(
                        DiagramStep.reads("1"),
                        DiagramStep.reads("2"),
                        DiagramStep.reads("3"),
                        DiagramStep.OF_INPUTS,
                        DiagramStep.both(LAST));
            case MANY_TO_MANY_EQUAL, BIDIRECTIONAL, DEEP ->
                steps(
                        DiagramStep.both("1"),
                        DiagramStep.both("2"),
                        DiagramStep.both("3"),
                        DiagramStep.OF_BOTH,
                        DiagramStep.both(LAST));
            case MANY_TO_MANY_UNEQUAL ->
                new TimeSteps(
                        List.of(
                                DiagramStep.reads("1"),
                                DiagramStep.reads("2"),
                                DiagramStep.OF_INPUTS,
                                DiagramStep.reads(LAST)),
                        List.of(
                                DiagramStep.started("1"),
                                DiagramStep.writes("2"),
                                DiagramStep.OF_OUTPUTS,
                                DiagramStep.writes(LAST_WRITTEN)));
        };
    }

    private static TimeSteps small(DiagramType kind) {
        return switch (kind) {
            case ONE_TO_ONE -> steps(DiagramStep.both("1"));
            case ONE_TO_MANY -> steps(DiagramStep.both("1"), DiagramStep.writes("2"), DiagramStep.writes("3"));
            case MANY_TO_ONE -> steps(DiagramStep.reads("1"), DiagramStep.reads("2"), DiagramStep.both("3"));
            case MANY_TO_MANY_EQUAL, BIDIRECTIONAL, DEEP ->
                steps(DiagramStep.both("1"), DiagramStep.both("2"), DiagramStep.both("3"));
            case MANY_TO_MANY_UNEQUAL ->
                new TimeSteps(
                        List.of(DiagramStep.reads("1"), DiagramStep.reads("2")),
                        List.of(DiagramStep.writes("1"), DiagramStep.writes("2"), DiagramStep.writes("3")));
        };
    }

    private static TimeSteps steps(DiagramStep... steps) {
        return new TimeSteps(List.of(steps), List.of());
    }
}
