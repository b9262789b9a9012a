package unroll.session;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import unroll.cell.Cells;
import unroll.files.AtomicFile;
import unroll.message.Wording;
import unroll.plot.Axis;
import unroll.plot.Plot;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.session.background.DaemonThread;
import unroll.session.background.Futures;
import unroll.session.data.Dataset;
import unroll.session.data.DatasetIdentity;
import unroll.session.history.Snapshots.Snapshot;
import unroll.session.model.ModelSnapshot;
import unroll.session.model.Writers;
import unroll.session.plot.CurvePlots;
import unroll.session.plot.XAxis;
import unroll.session.report.Film;
import unroll.session.report.Film.FrameText;
import unroll.session.run.Curves;
import unroll.session.state.Status;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;

/** Makes films of the present run, from its curves and its snapshots, on a thread of its own. */
public final class FilmMaker {
    /** Texts in a film; more could not be read in 20 seconds. */
    private static final int MAX_TEXTS = 40;

    private static final int LENGTH = 400;
    /** The share of the work that writing the texts is. */
    private static final double TEXTS_SHARE = 0.5;

    private final Session session;
    private final DaemonThread thread = new DaemonThread("unroll-film");

    public FilmMaker(Session session) {
        this.session = session;
    }

    /**
     * Writes a film of the run as it is now, whole or not at all. Canceling the future stops it.
     *
     * @param progress gets the share that is done, on another thread
     */
    public CompletableFuture<Path> make(Path file, DoubleConsumer progress) {
        Status status = session.status();
        CompletableFuture<ModelSnapshot> present = session.copies().snapshot();
        List<Snapshot> snapshots = session.history().snapshots().kept();
        return thread.call(() -> {
            ModelSnapshot last = Futures.await(present);
            // After the copy, so that the curve reaches to the last text.
            Plot plot = plot(session.curves().view(), status.dataset());
            Film film = new Film(title(status), heading(status), plot, texts(snapshots, last, status, progress));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            film.write(bytes, share -> progress.accept(TEXTS_SHARE + (1 - TEXTS_SHARE) * share));
            AtomicFile.write(file, bytes::writeTo);
            return file;
        });
    }

    /** What learns, and from what. */
    private static String title(Status status) {
        Settings settings = status.settings();
        ModelSettings model = settings.model();
        return "%s · %s, %s of %s"
                .formatted(
                        Wording.cut(
                                DatasetIdentity.of(settings, status.opened()).title()),
                        Cells.named(model.cell()).title(),
                        Wording.count(model.layers(), "layer"),
                        Wording.count(model.hidden(), "unit"));
    }

    private static String heading(Status status) {
        return status.settings().task().writing().isPresent()
                ? "What the network wrote after step %s"
                : "What the network answered after step %s";
    }

    private static Plot plot(Curves.View curves, @Nullable Dataset data) {
        int symbols = data == null ? 0 : data.data().layout().vocabularies().outputs();
        return CurvePlots.loss(curves, new CurvePlots.Options(XAxis.STEP, Axis.AxisScale.LINEAR), symbols)
                .orElseThrow(() -> new IllegalStateException("There is no curve yet; train for some steps first."));
    }

    /** What the network wrote at evenly chosen snapshots, and what it writes at last. */
    private List<FrameText> texts(List<Snapshot> snapshots, ModelSnapshot last, Status status, DoubleConsumer progress)
            throws Exception {
        List<FrameText> texts = new ArrayList<>();
        int count = Math.min(MAX_TEXTS, snapshots.size());
        List<Snapshot> chosen = IntStream.range(0, count)
                .mapToObj(i -> snapshots.get((int) ((long) i * snapshots.size() / count)))
                .toList();
        for (Snapshot snapshot : chosen) {
            // Older ones may have made room for others meanwhile.
            if (session.history().snapshots().kept().contains(snapshot)) {
                texts.add(write(Futures.await(session.copies().snapshot(snapshot.step())), status));
            }
            progress.accept(TEXTS_SHARE * texts.size() / (count + 1));
        }
        texts.add(write(last, status));
        return texts;
    }

    private static FrameText write(ModelSnapshot model, Status status) {
        SampleRequest request = new SampleRequest(
                "",
                LENGTH,
                "",
                SamplingSettings.DEFAULT,
                status.settings().training().seed());
        Dataset data = status.dataset();
        return new FrameText(model.step(), Writers.write(model, data == null ? null : data.data(), request));
    }
}
