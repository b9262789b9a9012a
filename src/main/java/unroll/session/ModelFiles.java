package unroll.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.checkpoint.PyTorchImport;
import unroll.checkpoint.SafetensorsFile;
import unroll.corpus.Corpus;
import unroll.files.OutputFile;
import unroll.files.OutputLock;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.session.background.Futures;
import unroll.session.history.Autosave;
import unroll.session.history.RunFolder;
import unroll.session.model.CheckpointCapture;
import unroll.session.model.Learner;
import unroll.session.run.Run;
import unroll.session.state.Model;
import unroll.session.state.SessionStore;

/**
 * The files a session's model is kept in: those the user chooses, and the autosave. As the methods of {@link Session}, these may be
 * called from any thread and return at once.
 */
public final class ModelFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ModelFiles.class);

    private final SessionStore store;
    private final DataOpening data;
    private final RunFolder folder;
    private final RecentFiles recentFiles;

    ModelFiles(SessionStore store, DataOpening data, RunFolder folder, RecentFiles recentFiles) {
        this.store = store;
        this.data = data;
        this.folder = folder;
        this.recentFiles = recentFiles;
    }

    /** Writes the model, its run and its curves to a file, whole or not at all; a running run goes on. */
    public CompletableFuture<Path> save(Path file) {
        CompletableFuture<Saving> saving = store.trainer().call(() -> {
            Model model = store.state().presentModel();
            return new Saving(model, model.backing().capture());
        });
        return store.files().call(() -> {
            Saving now = Futures.await(saving);
            List<OutputFile> output = List.of(new OutputFile("the model", file, OutputFile.ANYTHING));
            try (OutputLock lock = OutputLock.of(OutputFile.check(Map.of(), output))) {
                now.capture().writeTo(file);
            }
            Model.Saved saved = new Model.Saved(file, now.model().progress().weights());
            store.updateSaved(now.model().backing(), saved);
            recentFiles.addModel(file);
            return file;
        });
    }

    private record Saving(Model model, Learner.Capture capture) {}

    /**
     * Replaces model, settings and (where they can be found) data by those of a file; nothing changes where it fails. Where
     * the text is not found, no text is open afterwards, and the model can write, and train as soon as it is opened. Weights
     * that PyTorch saved are those of a text generator of the text that is open.
     */
    public CompletableFuture<Void> open(Path file) {
        return store.files().run(() -> {
            Learner.Capture stored = read(file);
            data.open(new Model.ReadOnly(file, stored, bestOf(stored)));
            if (!file.equals(autosaveFile())) {
                recentFiles.addModel(file);
            }
        });
    }

    private Learner.Capture read(Path file) throws IOException {
        Corpus text = store.state().opened().text();
        return text != null && SafetensorsFile.isForeign(file)
                ? CheckpointCapture.of(PyTorchImport.read(file, text, null))
                : store.config().factory().read(file);
    }

    /** Why the present model cannot be trained: its data are missing, or have changed. Null where it can. */
    public @Nullable Problem missingData() {
        Model.ReadOnly readOnly = store.state().readOnly();
        return readOnly == null ? null : readOnly.reason();
    }

    /** The best weights of this model, where they are still kept beside the autosave. */
    private Learner.@Nullable Capture bestOf(Learner.Capture stored) {
        Path file = folder.path().resolve(Autosave.BEST);
        try {
            if (Files.exists(file)) {
                Learner.Capture best = store.config().factory().read(file);
                return best.isBestOf(stored) ? best : null;
            }
        } catch (IOException | ProblemException damaged) {
            LOG.warn("The best weights could not be read.", damaged);
        }
        return null;
    }

    /**
     * Whether runs are saved to the session's folder: it can be written, and could be when that was last tried. Where it cannot,
     * nothing is saved but what the user saves.
     */
    public boolean autosaves() {
        Run run = store.state().run();
        return folder.isWritable() && (run == null || !run.isAutosaveFailing());
    }

    /** The file the session saves itself to on an interval and on quit; opening it counts as training not saved yet. */
    public Path autosaveFile() {
        return folder.path().resolve(Autosave.FILE);
    }
}
