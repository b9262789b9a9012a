package unroll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unroll.cell.Cells;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.PyTorchImport;
import unroll.corpus.Corpus;
import unroll.files.OutputFile;
import unroll.files.OutputLock;

@Command(
        name = "import",
        description = {
            "Make a model of a text generator's weights that were trained in PyTorch.",
            "The file is one of safetensors.torch.save_file, with the weights of an RNN, GRU or LSTM over one-hot",
            "symbols or an Embedding, and of a Linear output. Its symbols are the text's characters in the order of",
            "their code points, as Python's sorted(set(text)) gives them."
        })
final class ImportCommand extends Subcommand {
    @Parameters(paramLabel = "WEIGHTS", description = "The file of the weights, for example weights.safetensors.")
    private Path weights = Path.of("");

    @Mixin
    private CorpusOptions text = new CorpusOptions();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Save the model here.")
    private Path out = Path.of("");

    @Option(
            names = "--cell",
            paramLabel = "NAME",
            description = "The kind of cell; needed for an RNN with ReLU: elman-relu (default: what the shapes say).")
    private @Nullable String cell;

    @Override
    public Integer call() throws IOException {
        Path corpus = text.file();
        if (corpus == null) {
            throw misunderstood("import needs --corpus FILE, the text that the weights were trained on.");
        }
        String named = cell;
        String name = named == null
                ? null
                : fromOptions(() -> Cells.named(named.toLowerCase(Locale.ROOT)).name());
        List<OutputFile> outputs = List.of(new OutputFile("--out", out, TrainCommand.MODEL));
        fromOutputs(() ->
                OutputFile.check(Map.of("the file of the weights", weights, "the file of --corpus", corpus), outputs));
        try (OutputLock lock = fromOutputs(() -> OutputLock.of(outputs))) {
            Corpus read = text.read(corpus);
            read.notes().forEach(note -> err().printf("%s: %s%n", corpus, note));
            Checkpoint model = PyTorchImport.read(weights, read, name);
            model.save(out);
            print(result(model));
        }
        return CommandLineProgram.DONE;
    }

    private ObjectNode result(Checkpoint model) {
        ObjectNode result = JsonOutput.object();
        result.put("cell", model.spec().cell());
        result.put("hidden", model.spec().hidden());
        result.put("layers", model.spec().layers());
        result.put("vocabulary", model.spec().inputs());
        result.put("parameters", model.spec().parameters());
        result.put("out", out.toString());
        return result;
    }
}
