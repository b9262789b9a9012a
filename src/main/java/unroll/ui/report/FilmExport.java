package unroll.ui.report;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import unroll.session.FilmMaker;
import unroll.ui.files.Choosers;
import unroll.ui.model.FxThread;
import unroll.ui.model.Notice;
import unroll.ui.model.Notice.Offer;
import unroll.ui.model.WindowModel;

/** Exports the present run as a film, one at a time, while the window goes on. */
public final class FilmExport {
    private final WindowModel window;
    private final Choosers choosers;
    private final FilmMaker maker;
    private @Nullable CompletableFuture<Path> work;
    private int shownTenths;
    private @Nullable Notice shown;

    public FilmExport(WindowModel window, Choosers choosers) {
        this.window = window;
        this.choosers = choosers;
        maker = new FilmMaker(window.session());
    }

    /** Asks for a place, the folder of the last export to begin with, and writes the film there. */
    public void choose() {
        choosers.export("Export Film", "film.gif", ".gif", this::write);
    }

    /** Writes the film of the run as it is now; one that is still being made is stopped. */
    public void write(Path file) {
        if (work != null) {
            work.cancel(true);
        }
        CompletableFuture<Path> film = maker.make(file, share -> FxThread.later(() -> follow(share)));
        work = film;
        shownTenths = -1;
        follow(0);
        FxThread.whenDone(
                film,
                written -> window.show(Notice.information("Exported the film to %s.".formatted(written))),
                thrown -> window.show(Notice.problem(thrown)));
    }

    /**
     * Not at every frame, so that the button can be pressed, and not where something else has been said meanwhile or the message
     * was put away.
     */
    private void follow(double share) {
        CompletableFuture<Path> present = work;
        int tenths = (int) (10 * share);
        boolean seen = shownTenths < 0 || window.noticeProperty().get() == shown;
        if (present != null && !present.isDone() && tenths != shownTenths && seen) {
            shownTenths = tenths;
            Offer stop = new Offer("stop-film-button", "Stop", () -> {
                if (present.cancel(true)) {
                    window.show(Notice.information("The film was stopped."));
                }
            });
            String words = String.format(Locale.ROOT, "Making the film: %d %%.", 10 * tenths);
            shown = Notice.information(words, stop).during(() -> !present.isDone());
            window.show(shown);
        }
    }
}
