package unroll.ui.diagram;

import java.util.List;

/**
 * The steps a kind's figure shows.
 *
 * @param steps of the network, or of the encoder where there is one
 * @param answer of the decoder
 */
record Itinerary(List<Step> steps, List<Step> answer) {
    private static final String LAST = "T_x";
    private static final String LAST_WRITTEN = "T_y";

    static Itinerary of(Kind kind, Detail detail) {
        return detail == Detail.FULL ? full(kind) : small(kind);
    }

    private static Itinerary full(Kind kind) {
        return switch (kind) {
            case ONE_TO_ONE -> steps(Step.both("1"));
            case ONE_TO_MANY ->
                steps(Step.both("1"), Step.writes("2"), Step.writes("3"), Step.OF_OUTPUTS, Step.writes(LAST_WRITTEN));
            case MANY_TO_ONE ->
                steps(Step.reads("1"), Step.reads("2"), Step.reads("3"), Step.OF_INPUTS, Step.both(LAST));
            case MANY_TO_MANY_EQUAL, BIDIRECTIONAL, DEEP ->
                steps(Step.both("1"), Step.both("2"), Step.both("3"), Step.OF_BOTH, Step.both(LAST));
            case MANY_TO_MANY_UNEQUAL ->
                new Itinerary(
                        List.of(Step.reads("1"), Step.reads("2"), Step.OF_INPUTS, Step.reads(LAST)),
                        List.of(Step.started("1"), Step.writes("2"), Step.OF_OUTPUTS, Step.writes(LAST_WRITTEN)));
        };
    }

    private static Itinerary small(Kind kind) {
        return switch (kind) {
            case ONE_TO_ONE -> steps(Step.both("1"));
            case ONE_TO_MANY -> steps(Step.both("1"), Step.writes("2"), Step.writes("3"));
            case MANY_TO_ONE -> steps(Step.reads("1"), Step.reads("2"), Step.both("3"));
            case MANY_TO_MANY_EQUAL, BIDIRECTIONAL, DEEP -> steps(Step.both("1"), Step.both("2"), Step.both("3"));
            case MANY_TO_MANY_UNEQUAL ->
                new Itinerary(
                        List.of(Step.reads("1"), Step.reads("2")),
                        List.of(Step.writes("1"), Step.writes("2"), Step.writes("3")));
        };
    }

    private static Itinerary steps(Step... steps) {
        return new Itinerary(List.of(steps), List.of());
    }
}
