package unroll.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.TypeConversionException;
import unroll.cli.dashboard.DashboardControls.FileChoice;
import unroll.files.OutputFile;
import unroll.files.OutputLock;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;

/**
 * Files whose names are typed while a run is watched: judged and locked like those of {@code --out}, until the run is over.
 * That an existing file may be replaced is asked by the dashboard.
 */
final class ChosenFiles implements FileChoice, AutoCloseable {
    private final Map<String, Path> inputs;
    private final Map<Path, OutputLock> locks = new HashMap<>();

    /** @param inputs files that are read, by what they are */
    ChosenFiles(Map<String, Path> inputs) {
        this.inputs = inputs;
    }

    @Override
    public synchronized Path of(String name) throws IOException {
        Path file = path(name);
        List<OutputFile> output = List.of(new OutputFile("the model", file, OutputFile.ANYTHING));
        OutputFile.check(inputs, output);
        if (!locks.containsKey(file)) {
            locks.put(file, OutputLock.of(output));
        }
        return file;
    }

    private static Path path(String name) {
        try {
            return CommandLineProgram.path(name);
        } catch (TypeConversionException e) {
            throw new ProblemException(Reason.NO_FILE_NAME.with(Wording.quote(name)), e);
        }
    }

    @Override
    public synchronized void close() {
        locks.values().forEach(OutputLock::close);
        locks.clear();
    }
}
