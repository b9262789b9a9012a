package unroll.task;

/**
 * What goes in and what should come out, as a person reads them.
 *
 * @param input characters, or a label where one is to be put into words
 * @param output characters, or the label that is asked for
 */
public record InputOutput(String input, String output) {
    /** Characters of the input. */
    public int inputLength() {
        return input.codePointCount(0, input.length());
    }

    /** Characters of the output. */
    public int outputLength() {
        return output.codePointCount(0, output.length());
    }
}
