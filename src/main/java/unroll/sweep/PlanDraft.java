package unroll.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unroll.corpus.BundledTexts;
import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.files.AtomicFile;
import unroll.message.NumericRange;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.session.data.OpenedFiles;
import unroll.session.lesson.Changes;
import unroll.session.lesson.LessonFile;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.task.DataKind;

/**
 * A plan in the making: what stands in its file, as it is typed, right or wrong. Immutable.
 *
 * @param base what all trials have in common
 * @param seeds how many, or a list of them
 * @param unit of the budget, one of {@link SweepPlan.Budget#UNITS}
 * @param amount of these units
 */
public record PlanDraft(Base base, List<AxisDraft> axes, String seeds, String unit, String amount) {
    private static final String NAME = "The plan";
    private static final String FILE = "file";
    private static final List<String> OF_BASE = List.of("text", "pairs", "task", "settings");
    private static final List<String> DATA = List.of("text", "pairs");

    /**
     * What is learned, and the settings that are the same in all trials.
     *
     * @param members of the plan's file: "text", "pairs", "task", "settings"; not to be changed
     */
    public record Base(ObjectNode members) {
        /** What a window holds: its settings but for what a plan says otherwise, and of what is open that which the task reads. */
        public static Base of(Settings settings, OpenedFiles opened) {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            Set<DataKind> reads = settings.task().task().reads();
            Corpus pairs = reads.contains(DataKind.PAIRS) ? opened.pairs() : null;
            Corpus text = reads.contains(DataKind.TEXT) && pairs == null ? opened.text() : null;
            if (text != null) {
                members.set("text", source(text));
            }
            if (pairs != null) {
                members.set("pairs", source(pairs));
            }
            Settings start = LessonFile.UNENDING;
            if (!settings.task().equals(start.task())) {
                members.put("task", settings.task().toString());
                start = Settings.startingWith(settings.task());
            }
            ObjectNode changes = Changes.between(start, settings);
            changes.remove(List.of(
                    SettingsSchema.THREADS.id(), SettingsSchema.MAX_STEPS.id(), SettingsSchema.SAMPLE_EVERY.id()));
            members.set("settings", changes);
            return new Base(members);
        }

        private static ObjectNode source(Corpus corpus) {
            ObjectNode source = JsonNodeFactory.instance.objectNode();
            Path file = corpus.file();
            if (file != null) {
                return source.put(FILE, file.toAbsolutePath().toString());
            }
            Optional<String> bundled = BundledTexts.named(corpus.name());
            if (bundled.isPresent()) {
                return source.put("bundled", bundled.get());
            }
            return source.put("inline", corpus.text(new Range(0, corpus.length())))
                    .put("name", corpus.name());
        }
    }

    public PlanDraft {
        axes = List.copyOf(axes);
    }

    /**
     * Reads a plan that is right.
     *
     * @throws ProblemException as {@link SweepPlan#read}
     */
    public static PlanDraft read(Path file) throws IOException {
        SweepPlan plan = SweepPlan.read(file);
        JsonNode root = LessonFile.parse(NAME, Files.readAllBytes(file)).json();
        ObjectNode members = ((ObjectNode) root).deepCopy().retain(OF_BASE);
        Path folder = file.toAbsolutePath().getParent();
        for (String data : DATA) {
            if (members.path(data).has(FILE) && folder != null) {
                ObjectNode source = (ObjectNode) members.get(data);
                source.put(FILE, folder.resolve(source.get(FILE).asText()).toString());
            }
        }
        List<AxisDraft> axes = new ArrayList<>();
        root.path("axes").properties().forEach(axis -> axes.add(AxisDraft.of(axis.getKey(), axis.getValue())));
        SweepPlan.Budget budget = plan.budget();
        return new PlanDraft(
                new Base(members), axes, seeds(root.path("seeds")), budget.unit(), NumericRange.text(budget.amount()));
    }

    /** A list of one ends with a comma, which sets it apart from a number of seeds. */
    private static String seeds(JsonNode json) {
        if (!json.isArray()) {
            return json.asText("1");
        }
        List<String> all = new ArrayList<>();
        json.forEach(seed -> all.add(seed.asText()));
        return all.size() == 1 ? all.get(0) + "," : AxisDraft.join(all);
    }

    /**
     * The plan, where it is right.
     *
     * @throws ProblemException as {@link SweepPlan#parse}
     */
    public SweepPlan plan() throws IOException {
        List<String> names = axes.stream().map(AxisDraft::name).toList();
        for (String name : names) {
            if (names.indexOf(name) < names.lastIndexOf(name)) {
                throw Reason.BAD_ENTRY.exception(
                        NAME + ", axes", "\"%s\" stands twice; take one away.".formatted(name));
            }
        }
        return SweepPlan.parse(NAME, toJson().toString().getBytes(StandardCharsets.UTF_8), null);
    }

    /**
     * Writes the file of the plan, whole or not at all.
     *
     * @throws ProblemException where the plan is wrong or the file cannot be written
     */
    public void write(Path file) throws IOException {
        plan();
        byte[] bytes = (relativeTo(file.toAbsolutePath().getParent()).toPrettyString() + "\n")
                .getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    /** With a text in the same folder named without it, so that both can be taken elsewhere. */
    private ObjectNode relativeTo(@Nullable Path folder) {
        ObjectNode root = toJson();
        for (String data : DATA) {
            Path text =
                    root.path(data).has(FILE) ? Path.of(root.get(data).get(FILE).asText()) : null;
            if (text != null && folder != null && folder.equals(text.getParent())) {
                ((ObjectNode) root.get(data)).put(FILE, text.getFileName().toString());
            }
        }
        return root;
    }

    private ObjectNode toJson() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("sweep", SweepPlan.VERSION);
        root.setAll(base.members().deepCopy());
        ObjectNode all = root.putObject("axes");
        axes.forEach(axis -> all.set(axis.name(), axis.toJson()));
        if (seeds.contains(",") || seeds.contains(";")) {
            ArrayNode list = root.putArray("seeds");
            AxisDraft.split(seeds).forEach(seed -> list.add(Changes.number(seed)));
        } else {
            root.set("seeds", Changes.number(seeds));
        }
        root.set(unit, Changes.number(amount));
        return root;
    }
}
