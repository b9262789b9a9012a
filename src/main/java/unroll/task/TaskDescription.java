package unroll.task;

/**
 * How a task introduces itself.
 *
 * @param name on the command line: small letters and hyphens
 * @param title in the window
 * @param type which kind of network it is for
 * @param place among the tasks of its type, from the top; equals go by title
 * @param learns one sentence on what is learned
 * @param watch one sentence on what to look out for
 */
public record TaskDescription(String name, String title, RnnType type, int place, String learns, String watch) {}
