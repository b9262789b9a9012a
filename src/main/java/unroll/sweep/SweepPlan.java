package unroll.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import unroll.files.InputFile;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.session.data.OpenedFiles;
import unroll.session.lesson.Changes;
import unroll.session.lesson.Item;
import unroll.session.lesson.LessonFile;
import unroll.session.lesson.LessonText;
import unroll.settings.Setting;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.task.DataKind;
import unroll.train.RateSchedule;

/**
 * A sweep as its file describes it: what is learned, and one trial for every combination of the axes' values and seeds.
 * The format is described in docs/sweeps.md; its text, task and settings are written as in a lesson. Immutable.
 *
 * @param text to learn from, or null where the task reads none
 * @param pairs to learn from, or null where the task reads none
 * @param budget of every trial
 * @param varied settings of the axes in their order, and at the end the seed where there are several
 * @param trials by number; the last axis changes fastest but for the seed
 */
public record SweepPlan(
        @Nullable LessonText text,
        @Nullable LessonText pairs,
        Budget budget,
        List<Setting<?>> varied,
        List<Trial> trials) {
    /** The version of the format. */
    static final int VERSION = 1;

    /** Trials of a plan at most, as many as a table of runs may have. */
    public static final int MAX_TRIALS = 10_000;

    /** More may be a slip of the pen; whoever starts them is asked. */
    public static final int MANY = 1000;

    private static final int FINGERPRINT_BYTES = 8;

    /**
     * How long a trial trains.
     *
     * @param unit one of "steps", "epochs" and "minutes"
     * @param amount above 0
     */
    public record Budget(String unit, double amount) {
        static final List<String> UNITS = List.of("steps", "epochs", "minutes");
    }

    public SweepPlan {
        varied = List.copyOf(varied);
        trials = List.copyOf(trials);
    }

    /**
     * Reads a plan. Its text is not read yet.
     *
     * @throws ProblemException where there is no such file, no plan in it, or a mistake, which is said with its place
     */
    public static SweepPlan read(Path file) throws IOException {
        InputFile.require(file, "a plan of a sweep");
        if (Files.size(file) > LessonFile.MAX_BYTES) {
            throw Reason.PLAN_TOO_LARGE.exception(file);
        }
        return parse(
                String.valueOf(file.getFileName()),
                Files.readAllBytes(file),
                file.toAbsolutePath().getParent());
    }

    /**
     * Reads a plan.
     *
     * @param name of its file, for sentences
     * @param folder from which the file of its text is looked up
     */
    public static SweepPlan parse(String name, byte[] utf8, @Nullable Path folder) throws IOException {
        return new Reader(LessonFile.parse(name, utf8), folder).read();
    }

    /**
     * Reads the text or the pairs.
     *
     * @throws ProblemException where they are not there or cannot be read
     */
    public OpenedFiles open() throws IOException {
        return new OpenedFiles(text == null ? null : text.read(), pairs == null ? null : pairs.read());
    }

    /** The files it reads, by what they are, for {@link unroll.files.OutputFile#check}. */
    public Map<String, Path> inputs() {
        Map<String, Path> inputs = new HashMap<>();
        if (text instanceof LessonText.LocalFile beside) {
            inputs.put("the text of the plan", beside.file());
        }
        if (pairs instanceof LessonText.LocalFile beside) {
            inputs.put("the pairs of the plan", beside.file());
        }
        return inputs;
    }

    /** The trial of this number; null where there is none. */
    public @Nullable Trial trial(int number) {
        return number < 1 || number > trials.size() ? null : trials.get(number - 1);
    }

    /** Sixteen digits that differ where trials or budget do, however the plan is written; they say nothing of the text. */
    public String fingerprint() {
        StringBuilder all = new StringBuilder(budget.toString());
        for (Trial trial : trials) {
            all.append('\n').append(trial.settings().task());
            SettingsSchema.ALL.forEach(setting -> all.append('\t').append(text(setting, trial.settings())));
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /** A value as the first tables had it, which are gone on with: schedules with Java's own digits, and a floor of 0. */
    private static String text(Setting<?> setting, Settings settings) {
        Object value = setting.get(settings);
        if (value instanceof RateSchedule.StepDecay decay) {
            return "step:" + decay.factor() + ":" + decay.every();
        } else if (value instanceof RateSchedule.Cosine cosine) {
            return "cosine:" + cosine.warmUp() + ":" + cosine.total() + ":" + cosine.floor();
        } else if (value instanceof RateSchedule.Plateau plateau) {
            return "plateau:" + plateau.factor() + ":" + plateau.patience();
        }
        return setting.text(settings);
    }

    private record Reader(Item root, @Nullable Path folder) {
        SweepPlan read() {
            root.requireVersion(
                    "sweep",
                    VERSION,
                    "this is no plan of a sweep, for it has no \"sweep\": 1; docs/sweeps.md has examples.");
            root.withMembers(
                    "sweep", "text", "pairs", "task", "settings", "axes", "seeds", "steps", "epochs", "minutes");
            LessonText text = data("text");
            LessonText pairs = data("pairs");
            Item task = root.find("task");
            Settings start = oneThread(task == null ? LessonFile.UNENDING : LessonFile.startingWith(task));
            requireData(task == null ? root : task, start, text != null, pairs != null);
            Settings base = settings().over(start);
            List<SweepAxis> axes = axes(base);
            List<Long> seeds = seeds(base.training().seed());
            requireFew(axes, seeds);
            return new SweepPlan(text, pairs, budget(), varied(axes, seeds), trials(axes, seeds, start));
        }

        private static List<Setting<?>> varied(List<SweepAxis> axes, List<Long> seeds) {
            List<Setting<?>> varied = new ArrayList<>();
            axes.forEach(axis -> varied.add(axis.setting()));
            if (seeds.size() > 1) {
                varied.add(SettingsSchema.SEED);
            }
            return varied;
        }

        /** One thread a trial: what has several cores trains several trials. */
        private static Settings oneThread(Settings settings) {
            return settings.withTraining(settings.training().with(change -> change.threads = 1));
        }

        private @Nullable LessonText data(String name) {
            Item item = root.find(name);
            return item == null ? null : LessonText.in(item, "text of the plan", this::file);
        }

        private Path file(Item name) {
            return folder == null ? name.path() : folder.resolve(name.path());
        }

        private static void requireData(Item where, Settings start, boolean text, boolean pairs) {
            Set<DataKind> reads = start.task().task().reads();
            String task = start.task().task().about().name();
            if (!reads.contains(DataKind.MADE)
                    && !(text && reads.contains(DataKind.TEXT))
                    && !(pairs && reads.contains(DataKind.PAIRS))) {
                throw where.problem("the task \"%s\" needs \"%s\" at the top of the plan."
                        .formatted(task, reads.contains(DataKind.TEXT) ? "text" : "pairs"));
            }
            if (text && !reads.contains(DataKind.TEXT) || pairs && !reads.contains(DataKind.PAIRS)) {
                throw where.problem("the task \"%s\" reads no %s; leave them out."
                        .formatted(task, text && !reads.contains(DataKind.TEXT) ? "\"text\"" : "\"pairs\""));
            }
        }

        private Changes settings() {
            Item settings = root.find("settings");
            if (settings != null && settings.has(SettingsSchema.MAX_STEPS.id())) {
                throw settings.get(SettingsSchema.MAX_STEPS.id())
                        .problem("the budget of a trial stands at the top of the plan.");
            }
            if (settings != null && settings.has(SettingsSchema.THREADS.id()) && threads(settings) < 1) {
                throw settings.get(SettingsSchema.THREADS.id())
                        .expected("1 or more, so that a trial is the same on every machine");
            }
            return new Changes(settings == null ? object("settings", JsonNodeFactory.instance.objectNode()) : settings);
        }

        private static int threads(Item settings) {
            return settings.get(SettingsSchema.THREADS.id()).whole();
        }

        private Item object(String place, ObjectNode members) {
            return new Item(root.file(), place, members);
        }

        private List<SweepAxis> axes(Settings base) {
            List<SweepAxis> axes = new ArrayList<>();
            Item all = root.find("axes");
            if (all == null) {
                return axes;
            }
            if (!all.json().isObject()) {
                throw all.expected("an object in { }");
            }
            for (Iterator<String> names = all.json().fieldNames(); names.hasNext(); ) {
                String name = names.next();
                SweepAxis axis = SweepAxis.read(name, all.get(name));
                for (JsonNode value : axis.values()) {
                    ObjectNode one = JsonNodeFactory.instance.objectNode();
                    one.set(name, value);
                    new Changes(object("axes", one)).over(base);
                }
                axes.add(axis);
            }
            return axes;
        }

        /** Those of a list, or so many from that of the settings on. */
        private List<Long> seeds(long first) {
            Item seeds = root.find("seeds");
            if (seeds == null) {
                return List.of(first);
            }
            if (!seeds.json().isArray()) {
                int count = seeds.whole();
                if (count < 1 || count > MAX_TRIALS) {
                    throw seeds.expected(
                            String.format(Locale.ROOT, "a list of seeds, or how many from 1 to %d", MAX_TRIALS));
                }
                return LongStream.range(first, first + count).boxed().toList();
            }
            List<Long> all = new ArrayList<>();
            for (Item seed : seeds.list(MAX_TRIALS)) {
                if (all.contains(seed.large())) {
                    throw seed.problem("this seed stands twice; take one away.");
                }
                all.add(seed.large());
            }
            return all;
        }

        private void requireFew(List<SweepAxis> axes, List<Long> seeds) {
            double count = seeds.size();
            for (SweepAxis axis : axes) {
                count *= axis.values().size();
            }
            if (count > MAX_TRIALS) {
                throw root.problem(String.format(
                        Locale.ROOT,
                        "the axes and seeds make %,.0f trials, but a sweep may have %,d; shorten an axis.",
                        count,
                        MAX_TRIALS));
            }
        }

        private Budget budget() {
            List<String> units = Budget.UNITS.stream().filter(root::has).toList();
            if (units.size() != 1) {
                throw root.problem("just one of %s must say how long a trial trains."
                        .formatted(Item.quoted(Budget.UNITS.stream())));
            }
            String unit = units.get(0);
            Item amount = root.get(unit);
            double value = unit.equals("steps") ? amount.large() : amount.number();
            if (!(value > 0)) {
                throw amount.expected(unit.equals("steps") ? "a whole number from 1 up" : "a number above 0");
            }
            return new Budget(unit, value);
        }

        private List<Trial> trials(List<SweepAxis> axes, List<Long> seeds, Settings start) {
            List<ObjectNode> combinations = List.of(JsonNodeFactory.instance.objectNode());
            for (SweepAxis axis : axes) {
                combinations = combinations.stream()
                        .flatMap(some -> axis.values().stream().map(value -> with(some, axis.name(), value)))
                        .toList();
            }
            List<Trial> trials = new ArrayList<>();
            for (ObjectNode combination : combinations) {
                for (long seed : seeds) {
                    ObjectNode varied = with(combination, SettingsSchema.SEED.id(), LongNode.valueOf(seed));
                    trials.add(trial(trials.size() + 1, start, varied, seeds.size() > 1));
                }
            }
            return trials;
        }

        private Trial trial(int number, Settings start, ObjectNode varied, boolean namesSeed) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            Item settings = root.find("settings");
            if (settings != null) {
                all.setAll((ObjectNode) settings.json());
            }
            all.setAll(varied);
            Changes changes = new Changes(object(String.format(Locale.ROOT, "trial %d", number), all));
            ObjectNode named = varied.deepCopy();
            if (!namesSeed) {
                named.remove(SettingsSchema.SEED.id());
            }
            return new Trial(number, words(named), changes.over(start));
        }

        private static String words(ObjectNode varied) {
            return varied.properties().stream()
                    .map(member -> member.getKey() + " " + Changes.text(member.getValue()))
                    .collect(Collectors.joining(", "));
        }

        private static ObjectNode with(ObjectNode some, String name, JsonNode value) {
            ObjectNode more = some.deepCopy();
            more.set(name, value);
            return more;
        }
    }
}
