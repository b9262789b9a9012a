package unroll.session.state;

import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;
import unroll.session.data.DatasetIdentity;
import unroll.session.run.Curves;
import unroll.settings.Settings;
import unroll.train.RunMetrics;

/**
 * A run of this session that gave way to another one: its curves, and its model for as long as memory does not run short.
 *
 * @param settings of its model
 * @param dataset that it learned from
 * @param metrics at its end
 * @param curves of all of it
 * @param text the last one it wrote while it was trained; empty for none
 * @param stored what the session held then
 */
public record EarlierRun(
        Settings settings,
        DatasetIdentity dataset,
        RunMetrics metrics,
        Curves.View curves,
        String text,
        SoftReference<Bookmark> stored) {
    static EarlierRun of(SessionState state, Bookmark bookmark, Curves.View curves, String text) {
        return new EarlierRun(
                state.settings(),
                DatasetIdentity.of(state.settings(), state.opened()),
                state.progress().metrics(),
                curves,
                text,
                new SoftReference<>(bookmark));
    }

    /** What the session held then, to be restored; null where memory has run short since. */
    public @Nullable Bookmark bookmark() {
        return stored.get();
    }

    /** The lowest validation loss, or the last training loss where none was measured; nats per character. */
    public double loss() {
        RunMetrics.Losses losses = metrics.losses();
        return Double.isNaN(losses.best()) ? losses.train() : losses.best();
    }
}
