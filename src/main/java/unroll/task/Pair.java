package unroll.task;

/**
 * What goes in and what should come out, as a person reads them.
 *
 * @param input characters, or a label where one is to be put into words
 * @param output characters, or the label that is asked for
 */
public record Pair(String input, String output) {}
