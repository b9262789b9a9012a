package unroll.spark;

import java.util.Locale;
import java.util.Set;
import unroll.session.lesson.Changes;
import unroll.session.lesson.Item;
import unroll.session.lesson.LessonFile;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.train.RateSchedule;

/**
 * How one model is trained on Spark, as its file describes it; docs/sweeps.md has the format.
 *
 * @param settings of the model and of every partition's training; one thread unless the file says otherwise
 * @param partitions of the text, each of which trains on its own between two averages
 * @param round steps of every partition between two averages
 * @param steps of every partition in all
 */
record TrainPlan(Settings settings, int partitions, int round, long steps) {
    private static final int MAX_PARTITIONS = 10_000;

    /** @param name of the file, for sentences */
    static TrainPlan parse(String name, byte[] utf8) {
        Item root = LessonFile.parse(name, utf8).withMembers("train", "settings", "partitions", "round", "steps");
        if (root.get("train").whole() != 1) {
            throw root.get("train").expected("1, the version this program reads");
        }
        long steps = atLeast1(root.get("steps"), Long.MAX_VALUE);
        int round = (int) atLeast1(root.get("round"), Integer.MAX_VALUE);
        int partitions = (int) atLeast1(root.get("partitions"), MAX_PARTITIONS);
        Settings start = LessonFile.UNENDING.with(change -> change.threads = 1);
        Settings settings = root.has("settings") ? over(start, root.get("settings")) : start;
        return new TrainPlan(
                settings.with(change -> {
                    change.maxSteps = steps;
                    change.validateEvery = round;
                }),
                partitions,
                round,
                steps);
    }

    /** Steps of every partition at the end of the round that begins after so many. */
    long endOfRound(long start) {
        return Math.min(steps, start + round);
    }

    private static long atLeast1(Item item, long most) {
        if (item.large() < 1 || item.large() > most) {
            throw item.expected(String.format(Locale.ROOT, "a whole number from 1 to %,d", most));
        }
        return item.large();
    }

    private static Settings over(Settings start, Item item) {
        for (String name : Set.of(SettingsSchema.MAX_STEPS.id(), SettingsSchema.VALIDATE_EVERY.id())) {
            if (item.has(name)) {
                throw item.get(name).problem("\"steps\" and \"round\" at the top say this; leave it out.");
            }
        }
        Settings settings = new Changes(item).over(start);
        if (settings.training().threads() < 1) {
            throw item.get(SettingsSchema.THREADS.id())
                    .expected("1 or more, so that a run is the same on every machine");
        }
        if (settings.training().schedule() instanceof RateSchedule.Plateau) {
            throw item.get(SettingsSchema.SCHEDULE.id())
                    .expected("a schedule that goes by the steps, for partitions do not measure");
        }
        return settings;
    }
}
