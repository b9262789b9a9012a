package unroll.ui.desk;

import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.lens.ngram.NGramLosses;
import unroll.session.Material;
import unroll.session.NGramCounting;
import unroll.session.Status;

/** What n-grams reach on the text that is learned; follows the session, and has them counted in the background. */
final class NGrams {
    private static final Logger LOG = LoggerFactory.getLogger(NGrams.class);

    /** Looks at the session that come and go first, about a second: the start and a click on Train shall not wait for it. */
    private static final int LOOKS_BEFORE = 10;

    private final NGramCounting counting = new NGramCounting();
    private final ReadOnlyObjectWrapper<@Nullable NGramLosses> losses = new ReadOnlyObjectWrapper<>();
    private @Nullable Material material;
    private @Nullable CompletableFuture<NGramLosses> counted;
    private int looks;

    /** To be called about five times a second. */
    void look(Status status) {
        Material now = status.material();
        boolean suits =
                now != null && NGramCounting.suits(now, status.settings().split());
        if (now != material) {
            material = now;
            forget();
        }
        if (now != null && suits && counted == null && ++looks > LOOKS_BEFORE) {
            CompletableFuture<NGramLosses> future =
                    counting.count(now, status.settings().split());
            counted = future;
            FxThread.whenDone(
                    future,
                    result -> show(future, result),
                    failed -> LOG.warn("The n-grams could not be counted.", failed));
        }
    }

    private void forget() {
        losses.set(null);
        counted = null;
        looks = 0;
    }

    /** Unless it has been overtaken. */
    private void show(CompletableFuture<NGramLosses> future, NGramLosses result) {
        if (future == counted) {
            losses.set(result);
        }
    }

    ReadOnlyObjectProperty<@Nullable NGramLosses> lossesProperty() {
        return losses.getReadOnlyProperty();
    }
}
