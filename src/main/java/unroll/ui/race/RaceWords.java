package unroll.ui.race;

import java.util.Comparator;
import java.util.Optional;
import unroll.message.Formats;
import unroll.session.race.RaceStatus;
import unroll.session.race.RaceStatus.Standing;
import unroll.settings.Setting;
import unroll.settings.SettingsSchema;

/** A race in sentences. */
final class RaceWords {
    private RaceWords() {}

    /** How it stands. */
    static String state(RaceStatus race) {
        long step = race.standings().stream()
                .mapToLong(standing -> standing.progress().metrics().step())
                .max()
                .orElse(0);
        String where = switch (race.state()) {
            case NONE -> "";
            case RUNNING -> "Step %s.";
            case PAUSED -> "Race paused at step %s.";
            case OVER -> "The race ended after step %s.";
        };
        return where.formatted(Formats.count(step))
                + leader(race).map(RaceWords::praise).orElse("");
    }

    private static String praise(Standing leader) {
        return " The lowest validation loss so far: %s, %s."
                .formatted(
                        leader.name(),
                        Formats.loss(leader.progress().metrics().losses().best()));
    }

    /** Who has had the lowest validation loss; empty before there is one. */
    static Optional<Standing> leader(RaceStatus race) {
        return race.standings().stream()
                .filter(standing ->
                        !Double.isNaN(standing.progress().metrics().losses().best()))
                .min(Comparator.comparingDouble(
                        standing -> standing.progress().metrics().losses().best()));
    }

    /** What the networks have in common while they differ in this. */
    static String common(Setting<?> varied) {
        if (varied == SettingsSchema.BATCH || varied == SettingsSchema.WINDOW) {
            return "A step reads more characters where this is larger, so the batches differ: compare them over epochs or minutes.";
        }
        return varied == SettingsSchema.SEED
                ? "All read the same batches; weights and dropout begin differently, so this race shows what is luck."
                : "All read the same batches in the same order, and their random numbers come from the same seed.";
    }
}
