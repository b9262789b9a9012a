package unroll.cli.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.cli.dashboard.DashboardState.Prompt;
import unroll.message.Front;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Wording;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.session.run.HeadlessRun;
import unroll.settings.Settings;

/** What the keys of the dashboard do to a run. Thread-safe. */
public final class DashboardControls {
    private static final int WRITTEN_LENGTH = 400;
    private static final double TENTH = 10;
    private static final double MIN_TEMPERATURE = 0.1;
    private static final double MAX_TEMPERATURE = 2;
    private static final String SUGGESTED_FILE = "model.safetensors";

    private final HeadlessRun run;
    private final Settings settings;
    private final ShownText text;
    private final FileChoice files;
    private final Consumer<String> messages;
    private double rate;
    private SamplingSettings sampling;
    private boolean paused;
    private String prime = "";
    private long texts;
    private @Nullable TerminalPrompt question;
    private CompletableFuture<?> writing = CompletableFuture.completedFuture("");

    /** Finds out whether a model may be saved under a name that was typed. */
    @FunctionalInterface
    public interface FileChoice {
        /** @throws IOException with a sentence, where it may not */
        Path of(String name) throws IOException;
    }

    /** @param messages gets the news that follow from keys, on any thread */
    DashboardControls(HeadlessRun run, Settings settings, ShownText text, FileChoice files, Consumer<String> messages) {
        this.run = run;
        this.settings = settings;
        this.text = text;
        this.files = files;
        this.messages = messages;
        rate = settings.training().learningRate();
        sampling = SamplingSettings.DEFAULT;
    }

    synchronized double temperature() {
        return sampling.temperature();
    }

    /** The question under way, or null. */
    synchronized @Nullable Prompt prompt() {
        return question == null ? null : question.prompt();
    }

    synchronized void press(char key) {
        TerminalPrompt asked = question;
        if (asked == null) {
            command(key);
        } else if (!asked.press(key) && question == asked) {
            question = null;
        }
    }

    private void command(char key) {
        switch (key) {
            case ' ' -> pauseOrResume();
            case '+', '=' -> setRate(RateLadder.above(rate));
            case '-', '_' -> setRate(RateLadder.below(rate));
            case 't' -> setTemperature(sampling.temperature() * TENTH - 1);
            case 'T' -> setTemperature(sampling.temperature() * TENTH + 1);
            case 'w', 'W' -> askForPrime();
            case 's', 'S' -> save();
            case 'q', 'Q' -> quit();
            case Keys.ESCAPE -> putTextAway();
            default -> {
                // No key of ours.
            }
        }
    }

    private void pauseOrResume() {
        paused = !paused;
        if (paused) {
            run.pause();
            messages.accept("Paused; the space bar resumes.");
        } else {
            run.resume();
            messages.accept("Training.");
        }
    }

    private void setRate(double next) {
        rate = next;
        run.learningRate(next);
        messages.accept("Learning rate %s from the next step on.".formatted(RunFigures.rate(next)));
    }

    private void setTemperature(double tenths) {
        double next = Math.min(MAX_TEMPERATURE, Math.max(MIN_TEMPERATURE, Math.rint(tenths) / TENTH));
        sampling = sampling.withTemperature(next);
        run.setSampling(sampling);
        messages.accept("Temperature %s from the next text on.".formatted(RunFigures.rate(next)));
    }

    private void askForPrime() {
        boolean writes = settings.task().writing().isPresent();
        String asked = writes
                ? "Prime:"
                : "%s, such as %s:"
                        .formatted(
                                settings.task().task().tryIt().label(),
                                settings.task().task().tryIt().example());
        question = TerminalPrompt.line(asked, prime, this::write);
    }

    private void write(String typed) {
        prime = typed;
        writing.cancel(true);
        long seed = settings.training().seed() * 1_000_003 + ++texts;
        text.beginWriting(typed, run.progress().metrics().step());
        boolean writes = settings.task().writing().isPresent();
        if (!writes) {
            text.append(" = ");
        }
        writing = run.write(new SampleRequest(typed, WRITTEN_LENGTH, "", sampling, seed), text::append)
                .whenComplete((whole, fault) -> endWriting(fault));
    }

    private void endWriting(@Nullable Throwable fault) {
        text.endWriting();
        if (fault != null) {
            text.putAway();
            messages.accept(sentence(fault));
        }
    }

    private void putTextAway() {
        writing.cancel(true);
        text.putAway();
    }

    private void save() {
        Path file = run.file();
        if (file == null) {
            question = TerminalPrompt.line("Save as:", SUGGESTED_FILE, name -> saveAs(name, () -> {}));
        } else {
            saveTo(file, () -> {});
        }
    }

    private void saveAs(String name, Runnable afterwards) {
        try {
            Path file = files.of(name);
            if (Files.exists(file)) {
                question = TerminalPrompt.choice(
                        "%s exists. Replace it? y or n:".formatted(Wording.quote(file.toString())),
                        Map.of('y', () -> saveTo(file, afterwards)));
            } else {
                saveTo(file, afterwards);
            }
        } catch (IOException | ProblemException refused) {
            messages.accept(sentence(refused));
        }
    }

    private void saveTo(Path file, Runnable afterwards) {
        messages.accept("Saving...");
        run.saveTo(file).whenComplete((step, fault) -> {
            if (fault != null) {
                messages.accept(sentence(fault));
            } else {
                messages.accept("Saved to %s at step %s.".formatted(file, RunFigures.count(step)));
                afterwards.run();
            }
        });
    }

    /** What is saved to a file is saved once more at the end. */
    private void quit() {
        if (run.file() != null || run.progress().metrics().step() == 0) {
            messages.accept("Stopping.");
            run.stop();
            return;
        }
        question = TerminalPrompt.choice(
                "The model is not saved: s saves it, q quits without, Esc goes on.",
                Map.of(
                        'q',
                        run::stop,
                        's',
                        () -> question =
                                TerminalPrompt.line("Save as:", SUGGESTED_FILE, name -> saveAs(name, run::stop))));
    }

    private static String sentence(Throwable fault) {
        return Problem.of(fault).sentence(Front.COMMAND_LINE);
    }

    /** Learning rates a key press apart: 1, 1.5, 2, 3, 4, 5, 6 and 8 times the powers of ten. */
    static final class RateLadder {
        private static final double[] RUNGS = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};
        private static final double ROUNDING = 1e-6;
        private static final double LOWEST = 1e-8;
        private static final double HIGHEST = 1e3;

        private RateLadder() {}

        static double above(double rate) {
            double power = power(rate);
            for (double rung : RUNGS) {
                if (rung * power > rate * (1 + ROUNDING)) {
                    return Math.min(HIGHEST, rung * power);
                }
            }
            return Math.min(HIGHEST, RUNGS[1] * 10 * power);
        }

        static double below(double rate) {
            double power = power(rate);
            for (int i = RUNGS.length - 1; i >= 0; i--) {
                if (RUNGS[i] * power < rate * (1 - ROUNDING)) {
                    return Math.max(LOWEST, RUNGS[i] * power);
                }
            }
            return Math.max(LOWEST, RUNGS[RUNGS.length - 2] * power / 10);
        }

        private static double power(double rate) {
            return Math.pow(10, Math.floor(Math.log10(rate)));
        }
    }
}
