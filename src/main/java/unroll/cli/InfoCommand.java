package unroll.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.TextSource;
import unroll.checkpoint.TrainingSnapshot;
import unroll.matrix.Products;
import unroll.network.NetworkSpec;
import unroll.task.Alphabet;
import unroll.task.AlphabetEntry;
import unroll.task.Alphabets;
import unroll.train.Clipping;
import unroll.train.OptimizerSpec;
import unroll.train.RunMetrics;
import unroll.train.TrainingConfig;

/** Shows what a file holds. */
@Command(name = "info", description = "Show what a saved model is and how it was trained, as JSON.")
final class InfoCommand extends Subcommand {
    @Mixin
    private CheckpointOption checkpoint = new CheckpointOption();

    @Override
    public Integer call() throws IOException {
        Checkpoint saved = checkpoint.load();
        ObjectNode info = JsonOutput.object();
        info.set("model", model(saved.spec()));
        info.put("task", saved.subject().task().toString());
        info.set("alphabets", alphabets(saved.subject().layout().alphabets()));
        info.set("training", training(saved.training()));
        info.set("progress", progress(saved.training()));
        TextSource source = saved.subject().source();
        info.set("text", source == null ? null : text(source));
        info.put("products", Products.current().description());
        out().println(JsonOutput.pretty(info));
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

    private static ObjectNode training(TrainingSnapshot run) {
        TrainingConfig config = run.config();
        ObjectNode training = JsonOutput.object();
        training.put("batch", config.batch());
        training.put("window", config.window());
        training.set("optimizer", optimizer(config.optimizer()));
        training.put("learningRate", config.learningRate());
        training.put("schedule", config.schedule().text());
        training.set("clipping", clipping(config.clipping()));
        training.put("seed", config.seed());
        training.put("threads", config.threads());
        training.put("maxSteps", config.maxSteps());
        training.put("validateEvery", config.validateEvery());
        training.put("sampleEvery", config.sampleEvery());
        training.put("patience", config.patience());
        training.put("split", run.split().toString());
        return training;
    }

    private static ObjectNode optimizer(OptimizerSpec spec) {
        ObjectNode optimizer = JsonOutput.object();
        optimizer.put("kind", spec.kind().word());
        optimizer.put("momentum", spec.momentum());
        optimizer.put("decay", spec.decay());
        optimizer.put("beta1", spec.beta1());
        optimizer.put("beta2", spec.beta2());
        optimizer.put("epsilon", spec.epsilon());
        optimizer.put("weightDecay", spec.weightDecay());
        return optimizer;
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
        text.put("checksum", String.format(Locale.ROOT, "crc32c:%08x", source.checksum()));
        return text;
    }
}
