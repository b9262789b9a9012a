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
 * @param entrants two to four, no two of them equal
 */
public record RaceConfig(Setting<?> varied, List<Entrant> entrants) {
    public static final int FEWEST = 2;
    public static final int MOST = 4;

    /** A network that takes part. */
    public record Entrant(String name, Settings settings) {}

    /** @throws ProblemException where they are too few, too many, or two are equal */
    public RaceConfig {
        entrants = List.copyOf(entrants);
        if (entrants.size() < FEWEST || entrants.size() > MOST) {
            throw Reason.RACE_SIZE.exception(FEWEST, MOST, entrants.size());
        }
        Set<Settings> seen = new HashSet<>();
        for (Entrant entrant : entrants) {
            if (!seen.add(entrant.settings())) {
                throw Reason.EQUAL_NETWORKS.exception(entrant.name());
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
                values.stream().map(value -> entrant(base, varied, value)).toList());
    }

    private static <T> Entrant entrant(Settings base, Setting<T> varied, String text) {
        T value = varied.parse(text);
        return new Entrant(varied.name(value), varied.with(base, value));
    }

    /** @throws ProblemException where on these data the networks would not differ, or not learn the same */
    public void requireFit(TaskData data) {
        boolean examples = data instanceof TaskData.Examined;
        if (examples && varied == SettingsSchema.WINDOW) {
            throw Reason.SAME_WINDOWS.exception();
        }
        if (examples && varied == SettingsSchema.SEED) {
            throw Reason.OTHER_EXAMPLES.exception();
        }
    }

    /** The settings of all of them. */
    public List<Settings> settings() {
        return entrants.stream().map(Entrant::settings).toList();
    }
}
