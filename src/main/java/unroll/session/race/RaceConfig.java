package unroll.session.race;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.settings.Setting;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.task.TaskData;

/**
 * Who takes part in a race.
 *
 * @param varied in what they differ; all else is equal
 * @param variants two to four, no two of them equal
 */
public record RaceConfig(Setting<?> varied, List<Variant> variants) {
    public static final int MIN_NETWORKS = 2;
    public static final int MAX_NETWORKS = 4;

    /** A network that takes part. */
    public record Variant(String name, Settings settings) {}

    /** @throws ProblemException where they are too few, too many, or two are equal */
    public RaceConfig {
        variants = List.copyOf(variants);
        if (variants.size() < MIN_NETWORKS || variants.size() > MAX_NETWORKS) {
            throw Reason.RACE_SIZE.exception(MIN_NETWORKS, MAX_NETWORKS, variants.size());
        }
        Set<Settings> seen = new HashSet<>();
        for (Variant variant : variants) {
            if (!seen.add(variant.settings())) {
                throw Reason.EQUAL_NETWORKS.exception(variant.name());
            }
        }
    }

    /**
     * These settings once for each value.
     *
     * @throws ProblemException where a value is none, or makes no difference
     */
    public static RaceConfig of(Settings base, Setting<?> varied, List<String> values) {
        String idle = varied.idle(base);
        if (idle != null) {
            throw Reason.IDLE_SETTING.exception(idle);
        }
        return new RaceConfig(
                varied,
                values.stream().map(value -> variant(base, varied, value)).toList());
    }

    private static <T> Variant variant(Settings base, Setting<T> varied, String text) {
        T value = varied.parse(text);
        return new Variant(varied.name(value), varied.with(base, value));
    }

    /** @throws ProblemException where on these data the networks would not differ, or not learn the same */
    public void requireFit(TaskData data) {
        boolean examples = data instanceof TaskData.ExampleSets;
        if (examples && varied == SettingsSchema.WINDOW) {
            throw Reason.SAME_WINDOWS.exception();
        }
        if (examples && varied == SettingsSchema.SEED) {
            throw Reason.OTHER_EXAMPLES.exception();
        }
    }

    /** The settings of all of them. */
    public List<Settings> settings() {
        return variants.stream().map(Variant::settings).toList();
    }
}
