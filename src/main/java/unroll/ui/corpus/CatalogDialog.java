package unroll.ui.corpus;

import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import unroll.corpus.CatalogEntry;
import unroll.corpus.CorpusDownloader;
import unroll.message.Front;
import unroll.message.Problem;
import unroll.ui.control.RowLayouts;
import unroll.ui.model.FxThread;

/** Famous texts to download: nothing leaves or enters the machine before Download is pressed. */
final class CatalogDialog extends Dialog<ButtonType> {
    private final CorpusDownloader downloader;
    private final TextOpener texts;
    private final CatalogList list;
    private final Button fetch = new Button("Download");
    private final Button cancel = new Button("Cancel");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label description = new Label();
    private final Label terms = new Label();
    private final Label state = new Label();
    private final AnimationTimer watch = new AnimationTimer() {
        @Override
        public void handle(long now) {
            Download present = download;
            if (present != null) {
                bar.setProgress(present.share());
            }
        }
    };
    private @Nullable Download download;

    CatalogDialog(Window owner, CorpusDownloader downloader, CatalogList list, TextOpener texts) {
        this.downloader = downloader;
        this.list = list;
        this.texts = texts;
        initOwner(owner);
        setTitle("Get a Corpus");
        setResizable(true);
        state.setId("download-state");
        for (Label each : new Label[] {description, terms, state}) {
            each.setWrapText(true);
            each.setMinHeight(Region.USE_PREF_SIZE);
        }
        terms.getStyleClass().add("hint");
        bar.setId("download-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        fetch.setId("download-button");
        fetch.setDefaultButton(true);
        fetch.setOnAction(event -> fetch());
        cancel.setId("download-cancel-button");
        cancel.setOnAction(event -> cancel());
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
            terms.setText("Licence: %s.".formatted(entry.licence()));
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
        Download begun = Download.start(downloader, entry);
        download = begun;
        state.setText("Downloading %s …".formatted(entry.title()));
        fetch.setDisable(true);
        cancel.setVisible(true);
        bar.setVisible(true);
        watch.start();
        FxThread.whenEnded(begun.file(), this::reset);
        FxThread.whenDone(
                begun.file(),
                file -> {
                    close();
                    texts.open(file, entry.charset());
                },
                thrown -> state.setText(Problem.of(thrown).sentence(Front.WINDOW)));
    }

    private void cancel() {
        Download present = download;
        if (present != null) {
            present.cancel();
            state.setText("The download was cancelled.");
        }
    }

    private void reset() {
        watch.stop();
        download = null;
        fetch.setDisable(false);
        cancel.setVisible(false);
        bar.setVisible(false);
    }
}
