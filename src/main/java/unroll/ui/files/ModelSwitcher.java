package unroll.ui.files;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import unroll.message.Formats;
import unroll.message.Wording;
import unroll.session.run.Phase;
import unroll.session.state.Bookmark;
import unroll.settings.Settings;
import unroll.train.RunMetrics;
import unroll.ui.control.Dialogs;
import unroll.ui.control.Dialogs.DialogChoice;
import unroll.ui.model.Notice;
import unroll.ui.model.Notice.Offer;
import unroll.ui.model.WindowModel;

/**
 * Replaces the model by another one, or by none, without a question: a trained model is set aside, and can be brought back. Only
 * quitting asks.
 */
public final class ModelSwitcher {
    /** While another model is trained; the menu has it longer. */
    private static final long OFFERED_NANOS = 30_000_000_000L;

    private final WindowModel window;
    private final Window owner;
    private final ModelSaver saver;
    private final TemporarySetup demonstration;

    public ModelSwitcher(WindowModel window, Window owner, ModelSaver saver) {
        this.window = window;
        this.owner = owner;
        this.saver = saver;
        demonstration = new TemporarySetup(window);
    }

    /** Does something that replaces the model or the settings. A demonstration is over then, and what was before it back. */
    public void replace(Runnable action) {
        demonstration.end(action);
    }

    /**
     * The same of work of the session.
     *
     * @param news made when the work is done
     */
    public <T> void replace(Supplier<CompletableFuture<T>> work, Supplier<Notice> news) {
        replace(() -> {
            Consumer<Notice> notify = announcer();
            window.follow(work.get(), done -> notify.accept(news.get()));
        });
    }

    /**
     * To be made before the model is replaced: tells what came of it, and offers to bring back the model that was set aside by it,
     * if any.
     */
    public Consumer<Notice> announcer() {
        Bookmark earlier = window.session().history().setAside();
        return notice -> {
            Bookmark setAside = window.session().history().setAside();
            window.publishReplacedSettings();
            window.show(setAside == null || setAside == earlier ? notice : withUndo(notice, setAside.step()));
        };
    }

    private Notice withUndo(Notice notice, long step) {
        List<Offer> offers = new ArrayList<>(notice.offers());
        offers.add(new Offer("undo-replace-button", "Bring it back", this::undo));
        String sentence = "%s Your model (%s) was set aside."
                .formatted(notice.sentence(), Wording.count(step, "step"))
                .strip();
        long until = System.nanoTime() + OFFERED_NANOS;
        return new Notice(notice.kind(), sentence, notice.details(), offers, null)
                .during(() -> window.session().history().setAside() != null
                        && (window.status().phase() != Phase.RUNNING || System.nanoTime() - until < 0));
    }

    /** Brings the model back that was set aside last, with its text and settings. */
    public void undo() {
        bringBack(window.session().history().setAside());
    }

    /**
     * Brings back what the session held at some time.
     *
     * @param setAside null where memory has run short since
     */
    public void bringBack(@Nullable Bookmark setAside) {
        if (setAside == null) {
            window.show(Notice.problem(
                    "The model is no longer in memory; its last autosave is in %s."
                            .formatted(
                                    window.session().modelFiles().autosaveFile().getParent()),
                    ""));
            return;
        }
        demonstration.forget();
        Consumer<Notice> notify = announcer();
        window.follow(
                window.session().history().restore(setAside),
                restored -> notify.accept(Notice.information(
                        "Your model is back, at step %s.".formatted(Formats.count(setAside.step())))));
    }

    /** Begins a new model; in a demonstration, ends that. */
    public void reset() {
        if (demonstration.isUnderWay()) {
            endDemonstration();
        } else {
            replace(window.session()::reset, () -> Notice.information(""));
        }
    }

    /**
     * Begins again as the program begins, in the middle of a demonstration too. A trained model is set aside.
     *
     * @param bundledText that is open at the start
     */
    public void startOver(String bundledText) {
        demonstration.forget();
        Consumer<Notice> told = announcer();
        window.follow(
                window.session().history().startOver(bundledText),
                done -> told.accept(Notice.information("Everything is as it was at the start.")));
    }

    /** Trains with other settings until the demonstration is over. */
    public void demonstrate(Settings settings) {
        window.noticeProperty().set(null);
        demonstration.begin(() -> window.session().data().choose(settings, null), chosen -> {
            window.follow(window.session().train(), begun -> {});
            window.show(Notice.information(
                            "This is a demonstration. Your own settings, text and model come back afterwards.",
                            new Offer("end-demonstration-button", "End the demonstration", this::endDemonstration))
                    .during(demonstration::isUnderWay));
        });
    }

    /** Whether a demonstration is under way. */
    public ObservableValue<Boolean> demonstrating() {
        return demonstration.beforeProperty().map(before -> true).orElse(false);
    }

    /** Brings back what was before the demonstration. */
    public void endDemonstration() {
        demonstration.end(
                () -> window.show(Notice.information("The demonstration is over. Everything is as it was before.")));
    }

    /** Quits; where the model is not saved, after asking. */
    public void beforeQuit(Runnable quit) {
        replace(() -> {
            window.refresh();
            if (window.status().model().unsaved()) {
                ask(quit);
            } else {
                quit.run();
            }
        });
    }

    private void ask(Runnable quit) {
        RunMetrics metrics = window.status().metrics();
        Dialogs.ask(
                owner,
                "confirm-loss",
                "Save the trained model before you quit?",
                "This model is not saved: %s, %s of training."
                        .formatted(Wording.count(metrics.step(), "step"), Formats.duration(metrics.seconds())),
                new DialogChoice("Save", ButtonData.YES, "confirm-save", () -> saver.save(quit)),
                new DialogChoice("Don't save", ButtonData.NO, "confirm-discard", quit),
                DialogChoice.cancel("confirm-cancel"));
    }
}
