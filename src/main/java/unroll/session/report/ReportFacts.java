package unroll.session.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import unroll.checkpoint.TextSource;
import unroll.message.Formats;
import unroll.settings.Setting;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.task.TaskConfig;
import unroll.train.RunMetrics;
import unroll.train.RunMetrics.Losses;

/** What a report says in words and figures. */
final class ReportFacts {
    private ReportFacts() {}

    record Fact(String name, String value) {}

    /** Facts that belong together. */
    record FactGroup(String title, List<Fact> facts) {}

    /** How far the run came; what was not measured is left out. */
    static List<Fact> results(LabReport report) {
        RunResults results = report.results();
        RunMetrics metrics = results.metrics();
        Losses losses = metrics.losses();
        List<Fact> facts = new ArrayList<>();
        addLoss(facts, "Validation loss", losses.validation());
        addLoss(facts, "Best validation loss", losses.best());
        addLoss(facts, "Training loss", losses.train());
        addShare(facts, "Accuracy", results.accuracy());
        addShare(facts, "Exact match", results.exactMatch());
        addShare(facts, "Macro accuracy", results.macroAccuracy());
        facts.add(new Fact("Steps", Formats.count(metrics.step())));
        facts.add(new Fact("Epochs", format("%.2f", metrics.epoch())));
        facts.add(new Fact("Time spent training", Formats.time(metrics.seconds())));
        if (metrics.charsPerSecond() > 0) {
            facts.add(new Fact("Characters a second", Formats.count(Math.round(metrics.charsPerSecond()))));
        }
        if (results.parameters() > 0) {
            facts.add(new Fact("Parameters", Formats.count(results.parameters())));
        }
        return facts;
    }

    private static void addLoss(List<Fact> facts, String name, double nats) {
        if (!Double.isNaN(nats)) {
            facts.add(new Fact(name, format("%.4f nats = %.4f bits", nats, Formats.bits(nats))));
        }
    }

    private static void addShare(List<Fact> facts, String name, double share) {
        if (!Double.isNaN(share)) {
            facts.add(new Fact(name, format("%.2f %%", 100 * share)));
        }
    }

    /** All that is needed to do the same again. */
    static List<FactGroup> settings(LabReport report) {
        return List.of(
                new FactGroup("What is learned", learned(report)),
                new FactGroup("Network", network(report)),
                new FactGroup(
                        "Training",
                        facts(
                                report.settings(),
                                Set.of(Setting.SettingGroup.TRAINING, Setting.SettingGroup.OPTIMIZER))));
    }

    private static List<Fact> learned(LabReport report) {
        TaskConfig task = report.settings().task();
        TextSource source = report.source();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Task", task.task().about().title()));
        facts.add(new Fact("On the command line", task.toString()));
        if (source != null) {
            facts.add(new Fact("Text", source.name()));
            facts.add(new Fact("Characters", Formats.count(source.length())));
            facts.add(new Fact("Checksum", source.checksumText()));
        }
        facts.add(new Fact(
                "Split (training, validation, test)", report.settings().split().toString()));
        return facts;
    }

    private static List<Fact> network(LabReport report) {
        List<Fact> facts = facts(report.settings(), Set.of(Setting.SettingGroup.MODEL));
        if (report.results().symbols() > 0) {
            facts.add(new Fact(
                    "Symbols at the output, V", Formats.count(report.results().symbols())));
        }
        return facts;
    }

    /** The settings of some groups, without those that make no difference. */
    private static List<Fact> facts(Settings settings, Set<Setting.SettingGroup> groups) {
        List<Fact> facts = new ArrayList<>();
        for (Setting<?> setting : SettingsSchema.ALL) {
            if (groups.contains(setting.group()) && setting.idle(settings) == null) {
                facts.add(new Fact(setting.title(), setting.describe(settings)));
            }
        }
        return facts;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
