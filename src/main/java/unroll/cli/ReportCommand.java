package unroll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unroll.files.InputFile;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.session.report.LabReport;
import unroll.session.report.ReportFiles;
import unroll.session.report.ReportMetadata;

@Command(
        name = "report",
        description = {
            "Write a lab report of a saved model.",
            "An HTML file has settings, losses and curves; beside it, a row of CSV serves to compare runs. Speed, accuracy"
                    + " and samples are not saved with a model, so they are missing."
        })
final class ReportCommand extends Subcommand {
    private static final String OUT = "--out";

    @Mixin
    private CheckpointOption checkpoint = new CheckpointOption();

    @Option(
            names = OUT,
            paramLabel = "FILE",
            required = true,
            description = "The page to write, for example report.html; the row goes to report.csv.")
    private Path out = Path.of("");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Who made it, or what the run is called.",
            preprocessor = AttachedText.class)
    private String name = "";

    @Option(names = "--notes", paramLabel = "FILE", description = "A UTF-8 text with notes and answers.")
    private @Nullable Path notes;

    @Override
    public Integer call() throws IOException {
        ReportFiles files = ReportFiles.at(out);
        fromOutputs(() -> files.check(OUT, inputs()));
        String text = readNotes();
        ReportMetadata metadata = fromOptions(
                () -> new ReportMetadata(name.strip(), text, OffsetDateTime.now(), ReportMetadata.thisProgram()));
        files.write(LabReport.of(metadata, checkpoint.load()));
        ObjectNode written = JsonOutput.object();
        written.put("page", files.page().toString());
        written.put("row", files.row().toString());
        print(written);
        return CommandLineProgram.DONE;
    }

    private Map<String, Path> inputs() {
        Map<String, Path> inputs = new LinkedHashMap<>();
        inputs.put("the file of --checkpoint", checkpoint.file());
        if (notes != null) {
            inputs.put("the file of --notes", notes);
        }
        return inputs;
    }

    private String readNotes() throws IOException {
        if (notes == null) {
            return "";
        }
        InputFile.require(notes, "a text file");
        if (Files.size(notes) > 4L * ReportMetadata.MAX_NOTES) {
            throw Reason.NOTES_TOO_LONG.exception(notes, ReportMetadata.MAX_NOTES);
        }
        try {
            return Files.readString(notes);
        } catch (IOException e) {
            throw new ProblemException(Reason.NOT_UTF8.with(notes), e);
        }
    }
}
