package unroll.ui.settings;

import java.util.List;
import unroll.session.ModelSettings;

/**
 * A model somebody might want to start with.
 *
 * @param title what the window calls it
 * @param model what it is made from
 */
record Preset(String title, ModelSettings model) {
    /** What the window shows where the model is none of the presets. */
    static final Preset CUSTOM = new Preset("Custom", ModelSettings.DEFAULT);

    private static final List<Preset> ALL = List.of(
            new Preset("Simple: Elman 1 × 64", new ModelSettings("elman", 64, 1, 0)),
            new Preset("Quick: GRU 1 × 128", new ModelSettings("gru", 128, 1, 0)),
            new Preset("Usual: LSTM 2 × 128", ModelSettings.DEFAULT),
            new Preset("Thorough: LSTM 2 × 256", new ModelSettings("lstm", 256, 2, 0.1)),
            new Preset("Patient: LSTM 3 × 512", new ModelSettings("lstm", 512, 3, 0.2)));

    static List<Preset> all() {
        return ALL;
    }

    /** The preset that makes this model, or CUSTOM. */
    static Preset of(ModelSettings model) {
        return ALL.stream()
                .filter(preset -> preset.model().equals(model))
                .findFirst()
                .orElse(CUSTOM);
    }
}
