package unroll.ui.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import unroll.checkpoint.AtomicFile;
import unroll.ui.desk.Desk;
import unroll.ui.desk.Notice;
import unroll.ui.files.Choosers;

/** The charts as a picture, the curves as a table. */
public final class ChartExport {
    /** Twice the screen's pixels, so that the picture stays crisp on paper. */
    private static final double ENLARGED = 2;

    private final Desk desk;
    private final Choosers choosers;
    private final ChartsPane charts;

    /** @param charts what the picture shows */
    public ChartExport(Desk desk, Choosers choosers, ChartsPane charts) {
        this.desk = desk;
        this.choosers = choosers;
        this.charts = charts;
    }

    public void choosePicture() {
        choosers.export("Export Charts as PNG", "loss.png", ".png").ifPresent(this::picture);
    }

    public void chooseTable() {
        choosers.export("Export Curves as CSV", "loss.csv", ".csv").ifPresent(this::table);
    }

    /** Takes the picture now, and writes it in the background. */
    public void picture(Path file) {
        SnapshotParameters doubled = new SnapshotParameters();
        doubled.setTransform(Transform.scale(ENLARGED, ENLARGED));
        doubled.setFill(charts.palette().paper());
        WritableImage picture = charts.snapshot(doubled, null);
        BufferedImage pixels = SwingFXUtils.fromFXImage(picture, null);
        write(file, () -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(pixels, "png", bytes);
            return bytes.toByteArray();
        });
    }

    /** Writes the curves as they are now. */
    public void table(Path file) {
        String table = CurveTable.csv(desk.curvesProperty().get());
        write(file, () -> table.getBytes(StandardCharsets.UTF_8));
    }

    private void write(Path file, Callable<byte[]> content) {
        desk.follow(
                CompletableFuture.supplyAsync(() -> {
                    try {
                        byte[] bytes = content.call();
                        AtomicFile.write(file, out -> out.write(bytes));
                        return file;
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                }),
                written -> desk.tell(Notice.information("Exported to %s.".formatted(written))));
    }
}
