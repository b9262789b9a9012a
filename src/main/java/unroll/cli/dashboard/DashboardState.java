package unroll.cli.dashboard;

import org.jspecify.annotations.Nullable;
import unroll.lens.ngram.NGramLosses;
import unroll.session.run.Curves;
import unroll.session.run.RunProgress;

/**
 * Everything the dashboard shows at one moment. Immutable.
 *
 * @param title what is trained, on what
 * @param progress the run's figures; its training loss is the smoothed one
 * @param secondsLeft until the run ends by itself; NaN or infinite where it does not
 * @param curves the run's curves
 * @param ngrams what counting reaches on the same text, or null where that is not known
 * @param writing what the network wrote last
 * @param footer what the program says and asks
 */
public record DashboardState(
        String title,
        RunProgress progress,
        double secondsLeft,
        Curves.View curves,
        @Nullable NGramLosses ngrams,
        Writing writing,
        Footer footer) {
    /**
     * A text of the network.
     *
     * @param temperature of the next one
     * @param heading where this one is from; empty where there is none yet
     * @param text the text, whose end is shown where it is too long for its lines and still growing
     * @param growing whether it is being written
     */
    public record Writing(double temperature, String heading, String text, boolean growing) {}

    /**
     * The lowest lines.
     *
     * @param message the last news, or empty
     * @param prompt a question under way, or null
     */
    public record Footer(String message, @Nullable Prompt prompt) {}

    /**
     * A question and what has been typed so far.
     *
     * @param question ends with a colon or a question mark
     */
    public record Prompt(String question, String typed) {}
}
