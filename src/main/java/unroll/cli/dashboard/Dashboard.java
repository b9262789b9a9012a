package unroll.cli.dashboard;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import unroll.cli.dashboard.DashboardControls.FileChoice;
import unroll.cli.dashboard.DashboardState.Footer;
import unroll.cli.dashboard.DashboardState.Prompt;
import unroll.corpus.Corpus;
import unroll.lens.ngram.NGramLosses;
import unroll.message.Front;
import unroll.message.Problem;
import unroll.message.Wording;
import unroll.session.NGramCounting;
import unroll.session.data.Dataset;
import unroll.session.run.HeadlessRun;
import unroll.session.run.RunProgress;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.train.TrainingEvent.Sampled;

/**
 * A training run on the whole of a terminal, five times a second: its curve, its figures, its newest text, and keys to steer
 * it. Draws and reads keys on a thread of its own, so that the run never waits for the terminal.
 */
public final class Dashboard implements AutoCloseable {
    private static final long REFRESH_MILLIS = 200;
    private static final long MESSAGE_NANOS = 10_000_000_000L;
    private static final long LAST_REFRESH_MILLIS = 2_000;

    private final HeadlessRun run;
    private final double lastSecond;
    private final BooleanSupplier isStopRequested;
    private final AlternateScreen screen;
    private final TerminalStyle style;
    private final String title;
    private final ShownText text;
    private final DashboardControls controls;
    private final NGramCounting counting = new NGramCounting();
    private final Thread thread = new Thread(this::refreshUntilClosed, "unroll-dashboard");
    private volatile @Nullable NGramLosses ngrams;
    private volatile String message = "";
    private volatile long messageAt;
    private volatile boolean open = true;
    private volatile @Nullable Throwable failure;

    /**
     * What is watched.
     *
     * @param lastSecond of training after which the run ends, or infinity
     * @param isStopRequested whether somebody else wants the run to end; it is then stopped, also while it is paused
     * @param files says whether a model may be saved under a name that was typed
     */
    public record Subject(
            HeadlessRun run,
            Dataset dataset,
            Settings settings,
            double lastSecond,
            BooleanSupplier isStopRequested,
            FileChoice files) {}

    /** Takes the terminal over until it is closed. */
    public Dashboard(Terminal terminal, TerminalStyle style, Subject subject) {
        this.style = style;
        run = subject.run();
        lastSecond = subject.lastSecond();
        isStopRequested = subject.isStopRequested();
        title = title(subject.dataset(), subject.settings());
        text = new ShownText(style);
        controls = new DashboardControls(run, subject.settings(), text, subject.files(), this::message);
        screen = new AlternateScreen(terminal);
        countNGrams(subject.dataset(), subject.settings());
        thread.setDaemon(true);
        thread.start();
    }

    private String title(Dataset dataset, Settings settings) {
        Corpus source = dataset.source();
        ModelSettings model = settings.model();
        String learned = source == null ? settings.task().task().about().title() : source.name();
        String layers = Wording.count(model.layers(), "layer");
        String units = Wording.count(model.hidden(), "unit");
        return learned + style.separator() + "%s, %s of %s".formatted(model.cell(), layers, units);
    }

    private void countNGrams(Dataset dataset, Settings settings) {
        if (NGramCounting.suits(dataset, settings.split())) {
            counting.count(dataset, settings.split()).whenComplete((losses, fault) -> {
                ngrams = losses;
                if (fault != null && !(fault instanceof CancellationException)) {
                    message("The lines of n-grams are missing: "
                            + Problem.of(fault).sentence(Front.COMMAND_LINE));
                }
            });
        }
    }

    /** Shows a sentence on the lowest line for a while. */
    public void message(String sentence) {
        message = sentence;
        messageAt = System.nanoTime();
    }

    /** Shows the newest text. */
    public void sample(Sampled newest) {
        text.sample(newest);
    }

    private void refreshUntilClosed() {
        try {
            Keys keys = screen.keys();
            while (open) {
                refresh();
                char key = keys.next(REFRESH_MILLIS);
                if (key == Keys.REDRAW) {
                    screen.redraw();
                } else if (key != Keys.NONE) {
                    controls.press(key);
                }
            }
        } catch (IOException | RuntimeException | Error fault) {
            failure = fault;
            screen.close();
            run.stop();
        }
    }

    private void refresh() {
        if (isStopRequested.getAsBoolean()) {
            run.stop();
        }
        Size size = screen.size();
        screen.show(new DashboardLayout(style).draw(state(), size.getColumns(), size.getRows()));
    }

    private DashboardState state() {
        Prompt prompt = controls.prompt();
        boolean isNew = System.nanoTime() - messageAt < MESSAGE_NANOS;
        RunProgress progress = run.progress();
        double bySteps = progress.metrics().secondsLeft();
        return new DashboardState(
                title,
                progress,
                Double.isNaN(bySteps)
                        ? Math.max(0, lastSecond - progress.metrics().seconds())
                        : bySteps,
                run.curves(),
                ngrams,
                text.view(controls.temperature()),
                new Footer(isNew ? message : "", prompt));
    }

    /**
     * Gives the terminal back.
     *
     * @throws IllegalStateException where drawing failed, which has ended the run
     */
    @Override
    public void close() {
        open = false;
        counting.close();
        try {
            thread.join(LAST_REFRESH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        screen.close();
        Throwable fault = failure;
        if (fault != null) {
            throw new IllegalStateException("The dashboard could not be drawn: " + fault, fault);
        }
    }
}
