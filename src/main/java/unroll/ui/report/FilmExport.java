package unroll.ui.report;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import unroll.session.FilmMaker;
import unroll.ui.control.Labels;
import unroll.ui.desk.FxThread;
import unroll.ui.desk.Notice;
import unroll.ui.desk.WindowModel;
import unroll.ui.files.Choosers;

/** Exports the present run as a film, while the window goes on. */
public final class FilmExport {
    private final WindowModel desk;
    private final Window owner;
    private final Choosers choosers;
    private final FilmMaker maker;

    public FilmExport(WindowModel desk, Window owner, Choosers choosers) {
        this.desk = desk;
        this.owner = owner;
        this.choosers = choosers;
        maker = new FilmMaker(desk.session());
    }

    /** Asks for a place, beside the last report to begin with, and writes the film there. */
    public void choose() {
        choosers.export("Export Film", "film.gif", ".gif", this::write);
    }

    /** Writes the film of the run as it is now. */
    public void write(Path file) {
        ProgressBar bar = new ProgressBar(0);
        bar.setId("film-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        CompletableFuture<Path> film = maker.make(file, share -> FxThread.later(() -> bar.setProgress(share)));
        Dialog<ButtonType> dialog = dialog(bar);
        dialog.setOnHidden(event -> film.cancel(true));
        dialog.show();
        FxThread.whenEnded(film, dialog::close);
        FxThread.whenDone(
                film,
                written -> desk.tell(Notice.information("Exported the film to %s.".formatted(written))),
                thrown -> desk.tell(Notice.problem(thrown)));
    }

    private Dialog<ButtonType> dialog(ProgressBar bar) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle("Export Film");
        VBox content = new VBox(
                Labels.wrapped(
                        "The network writes a text at each snapshot, and the film is drawn. Training continues."),
                bar);
        content.getStyleClass().addAll("fields", "film-content");
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(new ButtonType("Stop", ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        return dialog;
    }
}
