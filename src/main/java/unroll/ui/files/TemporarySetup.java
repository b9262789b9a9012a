package unroll.ui.files;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import unroll.session.state.Bookmark;
import unroll.ui.model.WindowModel;

/** A lesson or demonstration with settings of its own, after which text, settings and model are what they were before. */
public final class TemporarySetup {
    private final WindowModel window;
    private final ReadOnlyObjectWrapper<@Nullable Bookmark> before = new ReadOnlyObjectWrapper<>();

    public TemporarySetup(WindowModel window) {
        this.window = window;
    }

    public boolean isUnderWay() {
        return before.get() != null;
    }

    /** What was before it; null where none is under way. */
    ReadOnlyObjectProperty<@Nullable Bookmark> beforeProperty() {
        return before.getReadOnlyProperty();
    }

    /** Begins by some work; from one to the next, what was before the first is remembered. */
    public <T> void begin(Supplier<CompletableFuture<T>> work, Consumer<T> done) {
        window.follow(
                window.session().history().bookmark(),
                now -> window.follow(work.get(), result -> {
                    if (!isUnderWay()) {
                        before.set(now);
                    }
                    window.publishReplacedSettings();
                    done.accept(result);
                }));
    }

    /** Brings back what was before, where it is under way, and then does something. */
    public void end(Runnable then) {
        Bookmark earlier = before.get();
        if (earlier == null) {
            then.run();
            return;
        }
        before.set(null);
        window.follow(window.session().history().restore(earlier), restored -> {
            window.publishReplacedSettings();
            then.run();
        });
    }

    /** Ends without bringing anything back. */
    public void forget() {
        before.set(null);
    }
}
