package unroll.task;

/** Which end of an input is read first. */
public enum ReadingOrder {
    FORWARDS,
    /** Brings the beginnings of input and answer close to each other (Sutskever, Vinyals, Le 2014). */
    BACKWARDS;

    /** The input in the order it is read. */
    String arrange(String input) {
        return this == FORWARDS ? input : new StringBuilder(input).reverse().toString();
    }
}
