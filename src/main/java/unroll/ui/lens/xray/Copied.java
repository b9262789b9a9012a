package unroll.ui.lens.xray;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.lens.xray.Match;
import unroll.lens.xray.OverlapSearch;
import unroll.ui.desk.Desk;
import unroll.ui.desk.FxThread;
import unroll.ui.lens.Explained;

/** Looks in the background for the longest passage that a text took from the corpus word for word. */
final class Copied {
    private final Desk desk;
    private @Nullable CompletableFuture<Optional<Match>> search;

    /**
     * What was found.
     *
     * @param sentence for people
     */
    record Finding(Optional<Match> match, String sentence) {}

    Copied(Desk desk) {
        this.desk = desk;
    }

    /** Breaks off the search before this one; {@code found} is heard on the FX thread. */
    void search(Written written, Consumer<Finding> found) {
        stop();
        Corpus corpus = desk.status().corpus();
        if (corpus == null) {
            found.accept(new Finding(Optional.empty(), "No text is open to compare it with."));
            return;
        }
        String words = written.words();
        CompletableFuture<Optional<Match>> begun = desk.session()
                .workOut(() -> OverlapSearch.search(words, corpus, new Range(0, corpus.length()))
                        .longest());
        search = begun;
        FxThread.whenDone(
                begun,
                match -> found.accept(new Finding(match, sentence(match))),
                thrown -> found.accept(new Finding(Optional.empty(), Explained.reason(thrown))));
    }

    void stop() {
        CompletableFuture<Optional<Match>> present = search;
        if (present != null) {
            present.cancel(true);
        }
    }

    private static String sentence(Optional<Match> match) {
        return match.map(found -> String.format(
                        Locale.ROOT,
                        "The longest copy, underlined: %,d %s like this in the text at position %,d.",
                        found.length(),
                        found.length() == 1 ? "character stands" : "characters stand",
                        found.place() + 1))
                .orElse("Not one character of it stands in the text.");
    }
}
