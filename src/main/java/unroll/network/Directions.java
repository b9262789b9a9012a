package unroll.network;

import java.util.List;

/** The directions in which the layers of a network read. */
public enum Directions {
    /** From the first step to the last. */
    UNIDIRECTIONAL(Direction.FORWARD),
    /** Also from the last step to the first, with weights of their own; what is above reads both. */
    BIDIRECTIONAL(Direction.FORWARD, Direction.BACKWARD);

    private final List<Direction> each;

    Directions(Direction... each) {
        this.each = List.of(each);
    }

    /** In the order in which a layer has them. */
    public List<Direction> each() {
        return each;
    }

    /** 1 or 2. */
    public int count() {
        return each.size();
    }
}
