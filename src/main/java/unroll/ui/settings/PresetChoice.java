package unroll.ui.settings;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;
import unroll.message.Front;
import unroll.message.ProblemException;
import unroll.session.Presets;
import unroll.session.Presets.Preset;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.ui.control.Choice;
import unroll.ui.model.WindowModel;

/** Ready-made settings of model and training. */
final class PresetChoice extends VBox {
    private static final Preset CUSTOM = new Preset("Custom", "Settings of your own.", Settings.DEFAULT);

    private static final String TIP = "Settings of model and training that go well together. ";

    private final Choice<Preset> choice = new Choice<>(
            "preset-choice",
            "_Preset",
            Stream.concat(Presets.all().stream(), Stream.of(CUSTOM)).toList(),
            Preset::name);

    PresetChoice(WindowModel window) {
        choice.onChoice(preset -> {
            if (preset != CUSTOM) {
                try {
                    window.replaceSettings(forTask(preset, window.status().settings()));
                } catch (ProblemException refused) {
                    show(window.status().settings());
                    choice.problem(refused.problem().sentence(Front.WINDOW));
                }
            }
        });
        getChildren().add(choice);
    }

    void show(Settings settings) {
        Preset now = of(settings);
        choice.noProblem();
        choice.show(now);
        choice.tip(TIP + now.description());
    }

    /** A preset for the task, the directions and the shares that are there. */
    private static Settings forTask(Preset preset, Settings now) {
        ModelSettings model =
                preset.settings().model().withDirections(now.model().directions());
        return preset.settings().withTask(now.task()).withSplit(now.split()).withModel(model);
    }

    private static Preset of(Settings settings) {
        Optional<Preset> same = Presets.all().stream()
                .filter(preset -> forTask(preset, settings).equals(settings))
                .findFirst();
        return same.orElse(CUSTOM);
    }
}
