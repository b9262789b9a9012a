package unroll.ui.corpus;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import unroll.corpus.CatalogEntry;
import unroll.corpus.CorpusCatalog;
import unroll.corpus.CorpusDownloader;
import unroll.message.Formats;
import unroll.message.Front;
import unroll.message.Problem;
import unroll.ui.control.Buttons;
import unroll.ui.control.Labels;
import unroll.ui.control.RowLayouts;
import unroll.ui.model.FxThread;

/** Famous texts to download: nothing leaves or enters the machine before Download is pressed. */
public final class CatalogDialog extends Dialog<ButtonType> {
    private final CorpusDownloader downloader;
    private final TextOpener texts;
    private final ListView<CatalogEntry> list = new ListView<>();
    private final Button fetch = Buttons.of("download-button", "Download", this::fetch);
    private final Button cancel = Buttons.of("download-cancel-button", "Cancel", this::cancel);
    private final ProgressBar bar = new ProgressBar(0);
    private final Label description = Labels.wrapped("");
    private final Label terms = Labels.hint("");
    private final Label state = Labels.wrapped("");
    private final AnimationTimer watch = new AnimationTimer() {
        @Override
        public void handle(long now) {
            LoadingProgress present = download;
            if (present != null) {
                bar.setProgress(present.share());
            }
        }
    };
    private @Nullable LoadingProgress download;

    /**
     * @param folder where downloaded texts are kept
     * @throws ProblemException where the list of texts cannot be read
     */
    public CatalogDialog(Window owner, Path folder, TextOpener texts) {
        // Made here: an HTTP client looks after keys and certificates, which no start should wait for.
        downloader = new CorpusDownloader(folder);
        this.texts = texts;
        initOwner(owner);
        setTitle("Get a Corpus");
        setResizable(true);
        list.setId("catalog-list");
        list.setAccessibleText("Public texts");
        list.getItems().setAll(CorpusCatalog.bundled());
        list.setCellFactory(entries -> new EntryCell());
        list.getSelectionModel().selectFirst();
        list.getStyleClass().add("catalog");
        state.setId("download-state");
        bar.setId("download-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        fetch.setDefaultButton(true);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox content = new VBox(list, description, terms, state, RowLayouts.of(fetch, bar, cancel));
        content.getStyleClass().addAll("fields", "catalog-content");
        getDialogPane().setContent(content);
        getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        list.getSelectionModel().selectedItemProperty().subscribe(this::select);
        setOnShown(event -> list.requestFocus());
        setOnHidden(event -> cancel());
        reset();
    }

    private void select(@Nullable CatalogEntry entry) {
        if (entry != null && download == null) {
            boolean here = downloader.holds(entry);
            fetch.setText(here ? "Open" : "Download");
            description.setText(entry.description());
            terms.setText("License: %s.".formatted(entry.license()));
            state.setText(
                    here
                            ? "Already downloaded to this computer."
                            : "Downloads from %s.".formatted(entry.address().getHost()));
        }
    }

    private void fetch() {
        CatalogEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry == null || download != null) {
            return;
        }
        LoadingProgress begun = new LoadingProgress(entry.title());
        CompletableFuture<Path> received = new CompletableFuture<>();
        Thread thread = new Thread(() -> fetch(entry, begun, received), "download");
        thread.setDaemon(true);
        begun.cancelWith(thread::interrupt);
        download = begun;
        thread.start();
        state.setText("Downloading %s …".formatted(entry.title()));
        fetch.setDisable(true);
        cancel.setVisible(true);
        bar.setVisible(true);
        watch.start();
        FxThread.whenEnded(received, this::reset);
        FxThread.whenDone(
                received,
                file -> {
                    close();
                    texts.open(file, entry.charset());
                },
                thrown -> state.setText(Problem.of(thrown).sentence(Front.WINDOW)));
    }

    private void fetch(CatalogEntry entry, LoadingProgress progress, CompletableFuture<Path> received) {
        try {
            received.complete(downloader.fetch(entry, progress));
        } catch (InterruptedIOException e) {
            received.completeExceptionally(new CancellationException("The download was canceled."));
        } catch (IOException | RuntimeException e) {
            received.completeExceptionally(e);
        }
    }

    private void cancel() {
        LoadingProgress present = download;
        if (present != null) {
            present.cancel();
            state.setText("The download was canceled.");
        }
    }

    private void reset() {
        watch.stop();
        download = null;
        fetch.setDisable(false);
        cancel.setVisible(false);
        bar.setVisible(false);
    }

    private static final class EntryCell extends ListCell<CatalogEntry> {
        @Override
        protected void updateItem(@Nullable CatalogEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(entry == null || empty ? "" : "%s (%s)".formatted(entry.title(), Formats.bytes(entry.bytes())));
        }
    }
}
