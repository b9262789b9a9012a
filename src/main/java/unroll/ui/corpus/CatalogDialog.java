package unroll.ui.corpus;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import unroll.corpus.CatalogEntry;
import unroll.corpus.CorpusCatalog;
import unroll.corpus.CorpusDownloader;
import unroll.message.Formats;
import unroll.message.Front;
import unroll.message.Problem;
import unroll.session.background.Futures;
import unroll.ui.control.Buttons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.model.FxThread;
import unroll.ui.model.WindowModel;

/** Famous texts to download: nothing leaves or enters the machine before Download is pressed. */
public final class CatalogDialog extends Dialog<ButtonType> {
    private final CorpusDownloader downloader;
    private final TextOpener texts;
    private final ListView<CatalogEntry> list = Nodes.named("catalog-list", Nodes.grow(new ListView<>()));
    private final Button fetch = Buttons.of("download-button", "Download", this::fetch);
    private final Label description = Labels.wrapped("");
    private final Label terms = Labels.hint("");
    private final Label state = Nodes.named("download-state", Labels.wrapped(""));
    private final ObjectProperty<@Nullable LoadingProgress> download = new SimpleObjectProperty<>();

    /**
     * @param folder where downloaded texts are kept
     * @throws ProblemException where the list of texts cannot be read
     */
    public CatalogDialog(Window owner, Path folder, TextOpener texts, WindowModel window) {
        // Made here: an HTTP client looks after keys and certificates, which no start should wait for.
        downloader = new CorpusDownloader(folder);
        this.texts = texts;
        initOwner(owner);
        setTitle("Get a Corpus");
        setResizable(true);
        list.setAccessibleText("Public texts");
        list.getItems().setAll(CorpusCatalog.bundled());
        list.setCellFactory(entries -> new EntryCell());
        list.getSelectionModel().selectFirst();
        list.getStyleClass().add("catalog");
        fetch.setDefaultButton(true);
        fetch.disableProperty().bind(download.isNotNull());
        LoadingBar bar = new LoadingBar("Downloading", download, window);
        getDialogPane()
                .setContent(Nodes.styled(
                        new VBox(list, description, terms, state, bar, fetch), "fields", "catalog-content"));
        getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        list.getSelectionModel().selectedItemProperty().subscribe(this::select);
        setOnShown(event -> list.requestFocus());
        setOnHidden(event -> {
            LoadingProgress present = download.get();
            if (present != null) {
                present.cancel();
            }
        });
    }

    private void select(@Nullable CatalogEntry entry) {
        if (entry != null && download.get() == null) {
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
        if (entry == null || download.get() != null) {
            return;
        }
        LoadingProgress begun = new LoadingProgress(entry.title());
        CompletableFuture<Path> received = Futures.inBackground(() -> downloader.fetch(entry, begun));
        begun.cancelWith(() -> {
            if (received.cancel(true)) {
                state.setText("The download was canceled.");
            }
        });
        state.setText("");
        download.set(begun);
        FxThread.whenEnded(received, () -> download.set(null));
        FxThread.whenDone(
                received,
                file -> {
                    close();
                    texts.open(file, entry.charset());
                },
                thrown -> state.setText(Problem.of(thrown).sentence(Front.WINDOW)));
    }

    private static final class EntryCell extends ListCell<CatalogEntry> {
        @Override
        protected void updateItem(@Nullable CatalogEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(entry == null || empty ? "" : "%s (%s)".formatted(entry.title(), Formats.bytes(entry.bytes())));
        }
    }
}
