package unroll.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import unroll.checkpoint.Checkpoint;

/** Which saved model. */
final class CheckpointOption {
    @Option(names = "--checkpoint", paramLabel = "FILE", required = true, description = "The saved model.")
    private Path file = Path.of("");

    Path file() {
        return file;
    }

    Checkpoint load() throws IOException {
        return Checkpoint.load(file);
    }
}
