package unroll.task;

/** Which end of an input is read first. */
public enum ReadingOrder {
    FORWARDS {
        @Override
        String arrange(String input) {
            return input;
        }
    },
    /** Brings the beginnings of input and answer close to each other (Sutskever, Vinyals, Le 2014). */
    BACKWARDS {
        @Override
        String arrange(String input) {
            return new StringBuilder(input).reverse().toString();
        }
    };

    /** The input in the order it is read. */
    abstract String arrange(String input);
}
