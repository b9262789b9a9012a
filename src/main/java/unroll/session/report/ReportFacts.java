package unroll.session.report;

import static unroll.message.Formats.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import unroll.checkpoint.TextSource;
import unroll.message.Wording;
import unroll.network.Directions;
import unroll.session.report.RunResults.Scores;
import unroll.settings.ModelSettings;
import unroll.task.TaskConfig;
import unroll.train.RunMetrics;
import unroll.train.RunMetrics.Losses;
import unroll.train.TrainingConfig;

/** What a report says in words and figures. */
final class ReportFacts {
    private static final double BITS_PER_NAT = 1 / Math.log(2);

    private ReportFacts() {}

    record Fact(String name, String value) {}

    /** Facts that belong together. */
    record Group(String title, List<Fact> facts) {}

    /** How far the run came; what was not measured is left out. */
    static List<Fact> results(LabReport report) {
        RunResults reached = report.reached();
        RunMetrics metrics = reached.metrics();
        Losses losses = metrics.losses();
        Scores scores = reached.scores();
        List<Fact> facts = new ArrayList<>();
        addLoss(facts, "Validation loss", losses.validation());
        addLoss(facts, "Best validation loss", losses.best());
        addLoss(facts, "Training loss", losses.train());
        addShare(facts, "Accuracy", scores.accuracy());
        addShare(facts, "Exact match", scores.exactMatch());
        addShare(facts, "Macro accuracy", scores.macroAccuracy());
        facts.add(new Fact("Steps", count(metrics.step())));
        facts.add(new Fact("Epochs", format("%.2f", metrics.epoch())));
        facts.add(new Fact("Time spent training", duration(metrics.seconds())));
        if (metrics.charsPerSecond() > 0) {
            facts.add(new Fact("Characters a second", count(Math.round(metrics.charsPerSecond()))));
        }
        if (reached.parameters() > 0) {
            facts.add(new Fact("Parameters", count(reached.parameters())));
        }
        return facts;
    }

    private static void addLoss(List<Fact> facts, String name, double nats) {
        if (!Double.isNaN(nats)) {
            facts.add(new Fact(name, format("%.4f nats = %.4f bits", nats, nats * BITS_PER_NAT)));
        }
    }

    private static void addShare(List<Fact> facts, String name, double share) {
        if (!Double.isNaN(share)) {
            facts.add(new Fact(name, format("%.2f %%", 100 * share)));
        }
    }

    /** All that is needed to do the same again. */
    static List<Group> settings(LabReport report) {
        return List.of(
                new Group("What is learned", learned(report)),
                new Group("Network", network(report)),
                new Group("Training", training(report.settings().training())));
    }

    private static List<Fact> learned(LabReport report) {
        TaskConfig task = report.settings().task();
        TextSource source = report.source();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Task", task.task().about().title()));
        facts.add(new Fact("On the command line", task.toString()));
        if (source != null) {
            facts.add(new Fact("Text", source.name()));
            facts.add(new Fact("Characters", count(source.length())));
            facts.add(new Fact("Checksum", SettingsFormat.checksum(source)));
        }
        facts.add(new Fact(
                "Split (training, validation, test)", report.settings().split().toString()));
        return facts;
    }

    private static List<Fact> network(LabReport report) {
        ModelSettings model = report.settings().model();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Cell", model.cell()),
                new Fact("Hidden size", count(model.hidden())),
                new Fact("Layers", count(model.layers())),
                new Fact("Reads", model.directions() == Directions.TWO_WAY ? "both ways" : "one way"),
                new Fact("Dropout", exact(model.dropout()))));
        if (report.reached().symbols() > 0) {
            facts.add(
                    new Fact("Symbols at the output, V", count(report.reached().symbols())));
        }
        return facts;
    }

    private static List<Fact> training(TrainingConfig config) {
        return List.of(
                new Fact("Seed", Long.toString(config.seed())),
                new Fact("Optimizer", SettingsFormat.optimizer(config.optimizer())),
                new Fact("Learning rate", exact(config.learningRate())),
                new Fact("Schedule", config.schedule().text()),
                new Fact("Clipping", SettingsFormat.clipping(config.clipping())),
                new Fact("Batch, B", count(config.batch())),
                new Fact("Window, T", count(config.window())),
                new Fact("Threads", config.threads() == 0 ? "the machine's choice" : count(config.threads())),
                new Fact(
                        "Ends after",
                        config.maxSteps() == 0 ? "no set step" : Wording.count(config.maxSteps(), "step")),
                new Fact("Validates", every(config.validateEvery())),
                new Fact("Writes a sample", every(config.sampleEvery())),
                new Fact(
                        "Stops early",
                        config.patience() == 0
                                ? "never"
                                : "after %s without a new best"
                                        .formatted(Wording.count(config.patience(), "measurement"))));
    }

    private static String every(int steps) {
        if (steps == 0) {
            return "never";
        }
        return steps == 1 ? "every step" : "every " + Wording.count(steps, "step");
    }

    private static String count(long value) {
        return format("%,d", value);
    }

    /** 12:03 or 1:02:03. */
    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? format("%d:%02d min", whole / 60, whole % 60)
                : format("%d:%02d:%02d h", whole / 3600, whole / 60 % 60, whole % 60);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
