package unroll.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import unroll.cli.dashboard.Dashboard;
import unroll.session.run.HeadlessRun;
import unroll.train.TrainingEvent.Sampled;
import unroll.train.TrainingEvent.Stepped;
import unroll.train.TrainingEvent.Validated;

/** The dashboard, and when it has given the terminal back, what was said meanwhile and the last step as plain lines. */
final class DashboardDisplay implements Display {
    private final PrintWriter err;
    private final StopCondition ending;
    private final Function<HeadlessRun, Dashboard> dashboards;
    private final List<String> messages = new ArrayList<>();
    private @Nullable Dashboard dashboard;
    private @Nullable Stepped lastStep;
    private @Nullable Validated lastValidation;

    /** @param dashboards makes the one of a run */
    DashboardDisplay(PrintWriter err, StopCondition ending, Function<HeadlessRun, Dashboard> dashboards) {
        this.err = err;
        this.ending = ending;
        this.dashboards = dashboards;
    }

    @Override
    public void begin(HeadlessRun run) {
        Dashboard begun = dashboards.apply(run);
        begun.message(
                run.file() == null
                        ? "The model is not saved: s saves it, q quits."
                        : "The model is saved to %s, on the way and at the end; q quits.".formatted(run.file()));
        dashboard = begun;
    }

    @Override
    public void step(Stepped step) {
        lastStep = step;
    }

    @Override
    public void showValidation(Validated validation) {
        lastValidation = validation;
    }

    @Override
    public void sample(Sampled sample) {
        if (dashboard != null) {
            dashboard.sample(sample);
        }
    }

    @Override
    public void print(String lines) {
        messages.add(lines);
        if (dashboard != null) {
            dashboard.message(lines);
        }
    }

    @Override
    public void close() {
        if (dashboard != null) {
            dashboard.close();
        }
        try (Display lines = new LineDisplay(err, ending, System::nanoTime)) {
            messages.forEach(lines::print);
            if (lastValidation != null) {
                lines.showValidation(lastValidation);
            }
            if (lastStep != null) {
                lines.step(lastStep);
            }
        }
    }
}
