package unroll.cli.dashboard;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import unroll.cli.dashboard.DashboardState.Writing;
import unroll.train.TrainingEvent.Sampled;

/**
 * The text of the network that is shown: its newest sample, or what it writes because somebody asked, until that is put
 * away. Thread-safe.
 */
final class ShownText {
    private final String separator;
    private @Nullable Sampled sample;
    private @Nullable StringBuilder written;
    private String writtenHeading = "";
    private boolean growing;

    ShownText(TerminalStyle style) {
        separator = style.separator();
    }

    synchronized void sample(Sampled newest) {
        sample = newest;
    }

    /** From here on the text is shown that begins with this. */
    synchronized void beginWriting(String prime, long step) {
        written = new StringBuilder(prime);
        writtenHeading = String.format(Locale.ROOT, "written at step %,d%sEsc shows samples again", step, separator);
        growing = true;
    }

    synchronized void append(String piece) {
        if (written != null) {
            written.append(piece);
        }
    }

    synchronized void endWriting() {
        growing = false;
    }

    /** Shows the samples again. */
    synchronized void putAway() {
        written = null;
        growing = false;
    }

    /** @param temperature of the next text */
    synchronized Writing view(double temperature) {
        if (written != null) {
            return new Writing(temperature, writtenHeading, written.toString(), growing);
        }
        return sample == null
                ? new Writing(temperature, "", "", false)
                : new Writing(temperature, heading(sample), sample.text(), false);
    }

    private String heading(Sampled newest) {
        return String.format(Locale.ROOT, "sample at step %,d%sloss %.3f", newest.step(), separator, newest.loss());
    }
}
