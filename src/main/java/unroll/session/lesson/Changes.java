package unroll.session.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Split;
import unroll.network.Directions;
import unroll.network.Initialization;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.train.Clipping;
import unroll.train.OptimizerSpec;
import unroll.train.RateSchedule;
import unroll.train.TrainingConfig;

/** Settings that differ from others, by the names they have on the command line. Immutable. */
public final class Changes {
    private static final String[] NAMES = {
        "cell",
        "hidden",
        "layers",
        "dropout",
        "ways",
        "initialization",
        "batch",
        "window",
        "threads",
        "optimizer",
        "learning-rate",
        "schedule",
        "clip-norm",
        "clip-value",
        "no-clip",
        "seed",
        "steps",
        "validate-every",
        "sample-every",
        "patience",
        "split"
    };

    private final Item item;

    /** @throws LessonException where it is no object, or has members that are no settings */
    Changes(Item item) throws LessonException {
        this.item = item.withMembers(NAMES);
    }

    /**
     * These settings with those that differ.
     *
     * @throws LessonException with the place and the reason, where one is out of range or they cannot go together
     */
    Settings over(Settings base) throws LessonException {
        try {
            Item split = item.find("split");
            return new Settings(
                    model(base.model()),
                    training(base.training()),
                    split == null ? base.split() : Split.parse(split.text()),
                    base.task());
        } catch (IllegalArgumentException refused) {
            throw item.problem(String.valueOf(refused.getMessage()), refused);
        }
    }

    /** Whether settings are these already. */
    boolean areIn(Settings settings) {
        try {
            return over(settings).equals(settings);
        } catch (LessonException impossible) {
            // With a task that forbids them they are not there.
            return false;
        }
    }

    private ModelSettings model(ModelSettings base) throws LessonException {
        return new ModelSettings(
                item.textOr("cell", base.cell()),
                whole("hidden", base.hidden()),
                whole("layers", base.layers()),
                number("dropout", base.dropout()),
                directions(base.directions()),
                initialization(base.initialization()));
    }

    private TrainingConfig training(TrainingConfig base) throws LessonException {
        return new TrainingConfig(
                whole("batch", base.batch()),
                whole("window", base.window()),
                optimizer(base.optimizer()),
                number("learning-rate", base.learningRate()),
                schedule(base.schedule()),
                clipping(base.clipping()),
                large("seed", base.seed()),
                whole("threads", base.threads()),
                large("steps", base.maxSteps()),
                whole("validate-every", base.validateEvery()),
                whole("sample-every", base.sampleEvery()),
                whole("patience", base.patience()));
    }

    private Directions directions(Directions base) throws LessonException {
        Item ways = item.find("ways");
        if (ways == null) {
            return base;
        }
        return switch (ways.text()) {
            case "one" -> Directions.ONE_WAY;
            case "two" -> Directions.TWO_WAY;
            default -> throw ways.expected("\"one\" or \"two\"");
        };
    }

    private Initialization initialization(Initialization base) throws LessonException {
        Item scheme = item.find("initialization");
        if (scheme == null) {
            return base;
        }
        List<String> schemes = Initialization.words();
        if (!schemes.contains(scheme.text())) {
            throw scheme.expected("one of " + Item.quoted(schemes.stream()));
        }
        return Initialization.named(scheme.text());
    }

    private OptimizerSpec optimizer(OptimizerSpec base) throws LessonException {
        Item rule = item.find("optimizer");
        if (rule == null) {
            return base;
        }
        List<String> rules = OptimizerSpec.Kind.words();
        if (!rules.contains(rule.text())) {
            throw rule.expected("one of " + Item.quoted(rules.stream()));
        }
        return base.switchedTo(OptimizerSpec.Kind.named(rule.text()));
    }

    private RateSchedule schedule(RateSchedule base) throws LessonException {
        Item schedule = item.find("schedule");
        return schedule == null ? base : RateSchedule.parse(schedule.text());
    }

    private Clipping clipping(Clipping base) throws LessonException {
        long ways = Stream.of("clip-norm", "clip-value", "no-clip")
                .filter(item::has)
                .count();
        if (ways > 1) {
            throw item.problem("only one of \"clip-norm\", \"clip-value\" and \"no-clip\" can be said.");
        }
        if (item.has("clip-norm")) {
            return Clipping.norm(item.get("clip-norm").number());
        }
        if (item.has("clip-value")) {
            return Clipping.value(item.get("clip-value").number());
        }
        Item off = item.find("no-clip");
        if (off != null && !off.json().asText().equals("true")) {
            throw off.expected("true");
        }
        return off == null ? base : Clipping.off();
    }

    private int whole(String name, int base) throws LessonException {
        Item value = item.find(name);
        return value == null ? base : value.whole();
    }

    private long large(String name, long base) throws LessonException {
        Item value = item.find(name);
        return value == null ? base : value.large();
    }

    private double number(String name, double base) throws LessonException {
        Item value = item.find(name);
        return value == null ? base : value.number();
    }

    /** For a reader: "cell lstm, hidden 64". */
    @Override
    public String toString() {
        StringJoiner words = new StringJoiner(", ");
        Iterator<Map.Entry<String, JsonNode>> members = item.json().fields();
        members.forEachRemaining(
                member -> words.add(member.getKey() + " " + member.getValue().asText()));
        return words.toString();
    }

    /** Those of a member, or none. */
    static @Nullable Changes in(Item owner, String name) throws LessonException {
        Item member = owner.find(name);
        return member == null ? null : new Changes(member);
    }
}
