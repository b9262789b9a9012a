package unroll.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Files dropped on the window. */
final class DropTarget {
    private final Node hint;
    private final Consumer<List<Path>> open;

    /** @param hint shown while a file hovers over the window */
    DropTarget(Node hint, Consumer<List<Path>> open) {
        this.hint = hint;
        this.open = open;
        hint.setVisible(false);
        hint.setMouseTransparent(true);
    }

    void watch(Scene scene) {
        scene.setOnDragEntered(event -> hint.setVisible(event.getDragboard().hasFiles()));
        scene.setOnDragExited(event -> hint.setVisible(false));
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            event.setDropCompleted(drop(event.getDragboard()));
            event.consume();
        });
    }

    private boolean drop(Dragboard board) {
        hint.setVisible(false);
        if (board.hasFiles()) {
            open.accept(board.getFiles().stream().map(File::toPath).toList());
        }
        return board.hasFiles();
    }
}
