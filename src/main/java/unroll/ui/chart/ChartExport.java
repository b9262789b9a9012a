package unroll.ui.chart;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import unroll.files.AtomicFile;
import unroll.session.background.Futures;
import unroll.session.run.CurvesCsv;
import unroll.ui.files.Choosers;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** The charts as a picture, the curves as a table. */
public final class ChartExport {
    private final WindowModel window;
    private final Choosers choosers;
    private final ChartsPane charts;

    /** @param charts what the picture shows */
    public ChartExport(WindowModel window, Choosers choosers, ChartsPane charts) {
        this.window = window;
        this.choosers = choosers;
        this.charts = charts;
    }

    public void choosePicture() {
        choosers.export("Export Charts as PNG", "loss.png", ".png", this::picture);
    }

    public void chooseTable() {
        choosers.export("Export Curves as CSV", "loss.csv", ".csv", this::table);
    }

    /** Takes the picture now, and writes it in the background. */
    public void picture(Path file) {
        write(file, charts.picture()::png);
    }

    /** Writes the curves as they are now. */
    public void table(Path file) {
        String table = CurvesCsv.withRanges(window.curvesProperty().get());
        write(file, () -> table.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a file and writes it, whole or not at all, while the window goes on. */
    public static CompletableFuture<Path> writeInBackground(Path file, Callable<byte[]> content) {
        return Futures.inBackground(() -> {
            byte[] bytes = content.call();
            AtomicFile.write(file, out -> out.write(bytes));
            return file;
        });
    }

    private void write(Path file, Callable<byte[]> content) {
        window.follow(
                writeInBackground(file, content),
                written -> window.show(Notice.information("Exported to %s.".formatted(written))));
    }
}
