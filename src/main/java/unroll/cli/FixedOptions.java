package unroll.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import unroll.network.Directions;
import unroll.settings.Settings;

/** What cannot change in a run that goes on. */
final class FixedOptions {
    private static final Map<String, Function<Settings, Object>> VALUES = values();

    private FixedOptions() {}

    /**
     * The wanted settings.
     *
     * @throws IllegalArgumentException with a sentence, where an option contradicts the saved run
     */
    static Settings requireSame(Settings wanted, Settings saved, Path file, ExplicitOptions given) {
        VALUES.forEach((option, value) -> {
            if (given.has(option) && !value.apply(wanted).equals(value.apply(saved))) {
                throw new IllegalArgumentException(
                        "%s would make it %s, but the run in %s has %s, which cannot change; leave the option out, or train a new model without --resume."
                                .formatted(option, value.apply(wanted), file, value.apply(saved)));
            }
        });
        return wanted;
    }

    private static Map<String, Function<Settings, Object>> values() {
        Map<String, Function<Settings, Object>> values = new LinkedHashMap<>();
        values.put("--cell", settings -> settings.model().cell());
        values.put("--activation", settings -> settings.model().cell());
        values.put("--hidden", settings -> settings.model().hidden());
        values.put("--layers", settings -> settings.model().layers());
        values.put("--bidirectional", settings -> words(settings.model().directions()));
        values.put("--ways", settings -> words(settings.model().directions()));
        values.put(
                "--initialization",
                settings -> settings.model().initialization().word());
        values.put("--dropout", settings -> settings.model().dropout());
        values.put("--batch", settings -> settings.training().batch());
        values.put("--window", settings -> settings.training().window());
        values.put(
                "--optimizer",
                settings -> settings.training().optimizer().kind().word());
        values.put("--seed", settings -> settings.training().seed());
        values.put("--threads", settings -> settings.training().threads());
        values.put("--split", Settings::split);
        return values;
    }

    private static String words(Directions directions) {
        return directions == Directions.TWO_WAY ? "bidirectional" : "unidirectional";
    }
}
