package unroll.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.TextSource;
import unroll.checkpoint.TrainingSnapshot;
import unroll.matrix.Products;
import unroll.network.NetworkSpec;
import unroll.session.run.HeadlessRun;
import unroll.settings.Setting;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.task.Alphabet;
import unroll.task.AlphabetEntry;
import unroll.task.Alphabets;
import unroll.train.Clipping;
import unroll.train.RunMetrics;

@Command(name = "info", description = "Show what a saved model is and how it was trained, as JSON.")
final class InfoCommand extends Subcommand {
    private static final Pattern DASH = Pattern.compile("-(.)");

    /** Where the settings' own ids are not the names in files. */
    private static final Map<Setting<?>, String> NAMES = Map.of(
            SettingsSchema.MAX_STEPS,
            "maxSteps",
            SettingsSchema.OPTIMIZER,
            "kind",
            SettingsSchema.MEAN_SQUARE_DECAY,
            "decay");

    @Mixin
    private CheckpointOption checkpoint = new CheckpointOption();

    @Override
    public Integer call() throws IOException {
        Checkpoint saved = checkpoint.load();
        ObjectNode info = JsonOutput.object();
        info.set("model", model(saved.spec()));
        info.put("task", saved.subject().task().toString());
        info.set("alphabets", alphabets(saved.subject().layout().alphabets()));
        info.set("training", training(HeadlessRun.settings(saved)));
        info.set("progress", progress(saved.training()));
        TextSource source = saved.subject().source();
        info.set("text", source == null ? null : text(source));
        info.put("products", Products.current().description());
        out().println(info.toPrettyString());
        return CommandLineProgram.DONE;
    }

    private static ObjectNode model(NetworkSpec spec) {
        ObjectNode model = JsonOutput.object();
        model.put("cell", spec.cell());
        model.put("hidden", spec.hidden());
        model.put("layers", spec.layers());
        model.put("dropout", spec.dropout());
        model.put("directions", spec.directions().count());
        model.put("initialization", spec.initialization().word());
        model.put("vocabulary", spec.inputs());
        model.put("outputs", spec.outputs());
        model.put("source", spec.vocabularies().source());
        model.put("parameters", spec.parameters());
        return model;
    }

    /** Every symbol by index: a character or a label as it is, the mark as null. */
    private static ObjectNode alphabets(Alphabets all) {
        ObjectNode alphabets = JsonOutput.object();
        put(alphabets.putArray("source"), all.source());
        put(alphabets.putArray("input"), all.input());
        put(alphabets.putArray("output"), all.output());
        return alphabets;
    }

    private static void put(ArrayNode array, Alphabet alphabet) {
        alphabet.symbols().forEach(symbol -> array.add(symbol.equals(AlphabetEntry.MARK) ? null : symbol.text()));
    }

    /** All settings but the model's, by their names in the files of models. */
    private static ObjectNode training(Settings settings) {
        ObjectNode training = JsonOutput.object();
        ObjectNode optimizer = training.putObject("optimizer");
        for (Setting<?> setting : SettingsSchema.ALL) {
            if (setting.group() != Setting.SettingGroup.MODEL) {
                put(setting.group() == Setting.SettingGroup.OPTIMIZER ? optimizer : training, setting, settings);
            }
        }
        return training;
    }

    private static void put(ObjectNode object, Setting<?> setting, Settings settings) {
        String name = NAMES.getOrDefault(setting, camelCase(setting.id()));
        Object value = setting.get(settings);
        if (value instanceof Long whole) {
            object.put(name, whole);
        } else if (value instanceof Double decimal) {
            object.put(name, decimal);
        } else if (value instanceof Clipping clipping) {
            object.set(name, clipping(clipping));
        } else {
            object.put(name, setting.text(settings));
        }
    }

    private static String camelCase(String id) {
        return DASH.matcher(id).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    private static ObjectNode clipping(Clipping clipping) {
        ObjectNode object = JsonOutput.object();
        switch (clipping.kind()) {
            case NORM -> object.put("norm", clipping.limit());
            case VALUE -> object.put("value", clipping.limit());
            case OFF -> {}
        }
        return object;
    }

    private static ObjectNode progress(TrainingSnapshot run) {
        RunMetrics now = run.notes().metrics();
        ObjectNode progress = JsonOutput.object();
        progress.put("step", now.step());
        progress.put("epoch", now.epoch());
        progress.put("seconds", now.seconds());
        JsonOutput.put(progress, "trainLoss", now.losses().train());
        JsonOutput.put(progress, "validationLoss", now.losses().validation());
        JsonOutput.put(progress, "bestValidationLoss", now.losses().best());
        return progress;
    }

    private static ObjectNode text(TextSource source) {
        ObjectNode text = JsonOutput.object();
        text.put("name", source.name());
        text.put("file", source.file().isEmpty() ? null : source.file());
        text.put("encoding", source.charset());
        text.put("characters", source.length());
        text.put("checksum", source.checksumText());
        return text;
    }
}
