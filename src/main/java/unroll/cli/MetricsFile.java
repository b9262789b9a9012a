package unroll.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import unroll.files.HeldFileRetry;
import unroll.files.OutputFile;
import unroll.files.OutputLock;
import unroll.files.WriteFailure;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.train.TrainingEvent.Stepped;
import unroll.train.TrainingEvent.Validated;

/**
 * Every step as a line of JSON. A line is in the file as soon as its step is done; only where a validation follows, it
 * waits for that. So it is there before the step's checkpoint is.
 */
final class MetricsFile implements AutoCloseable {
    private static final String OPTION = "--metrics";
    private static final String BEGINNING = "{\"step\":";

    /** A file that is written over, or gone on with, must begin as ours do. */
    static final OutputFile.Replaceable REPLACEABLE =
            new OutputFile.Replaceable("a metrics file", MetricsFile::isMetrics);

    private final Path file;
    private final Writer out;
    private final LongPredicate validated;
    private @Nullable Stepped waiting;
    private @Nullable IOException failure;

    private MetricsFile(Path file, Writer out, LongPredicate validated) {
        this.file = file;
        this.out = out;
        this.validated = validated;
    }

    /**
     * Starts a file, or goes on with one: what it holds up to this step stays, and what it holds of later steps, which the
     * run is going to do again, goes.
     *
     * @param lastStep 0 for a run that starts over
     * @param validated tells the steps that a validation follows
     * @throws ProblemException where it cannot be written, or another run writes to it
     * @throws IOException with a sentence, where it is no such file
     */
    static MetricsFile open(Path file, long lastStep, LongPredicate validated) throws IOException {
        long length = Files.exists(file) ? lengthUpTo(lastStep, file) : 0;
        try {
            FileChannel channel = HeldFileRetry.REAL.run(
                    file, () -> FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            try {
                OutputLock.lockContent(channel, file, OPTION);
                channel.truncate(length).position(length);
            } catch (IOException | RuntimeException | Error refused) {
                channel.close();
                throw refused;
            }
            return new MetricsFile(file, Channels.newWriter(channel, StandardCharsets.UTF_8), validated);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    /** What the file holds is not ours, so nothing is written over it. */
    private static ProblemException notMetrics(Path file, long line) {
        return Reason.FOREIGN_LINE.exception(line, file, OPTION);
    }

    private static boolean isMetrics(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(BEGINNING.length()), StandardCharsets.ISO_8859_1);
            return BEGINNING.startsWith(start); // shorter where a kill has torn its only line
        } catch (IOException e) {
            return false;
        }
    }

    /** Bytes of the lines up to this step; a last line that a kill has torn counts as later. */
    private static long lengthUpTo(long lastStep, Path file) throws IOException {
        // One byte a character, so that lengths are bytes; ours are ASCII, and what is not ours is told by its first
        // line.
        long size = Files.size(file);
        long length = 0;
        long number = 1;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long next = length + line.length() + 1L;
                boolean torn = next > size;
                if (torn ? isBeginning(line, file, number) : step(line, file, number) > lastStep) {
                    return length;
                }
                length = next;
                number++;
            }
        }
        return length;
    }

    /** Whether this is how a line begins; nothing else is taken for one that a kill has torn. */
    private static boolean isBeginning(String line, Path file, long number) throws IOException {
        if (!line.startsWith(BEGINNING) && !BEGINNING.startsWith(line)) {
            throw notMetrics(file, number);
        }
        return true;
    }

    private static long step(String line, Path file, long number) throws IOException {
        try {
            JsonNode step = JsonOutput.parse(line).path("step");
            if (step.isIntegralNumber()) {
                return step.asLong();
            }
        } catch (JsonProcessingException e) {
            throw notMetrics(file, number);
        }
        throw notMetrics(file, number);
    }

    void step(Stepped step) {
        writeWaiting(null);
        waiting = step;
        if (!validated.test(step.step())) {
            writeWaiting(null);
        }
    }

    void writeValidation(Validated validation) {
        writeWaiting(validation);
    }

    private void writeWaiting(@Nullable Validated validation) {
        if (waiting == null || failure != null) {
            return;
        }
        try {
            out.write(line(waiting, validation).toString());
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            // Training is worth more than its metrics, so it goes on; close() tells.
            failure = e;
        }
        waiting = null;
    }

    private static ObjectNode line(Stepped step, @Nullable Validated validation) {
        ObjectNode line = JsonOutput.object();
        line.put("step", step.step());
        JsonOutput.put(line, "epoch", step.metrics().epoch());
        JsonOutput.put(line, "seconds", step.metrics().seconds());
        JsonOutput.put(line, "trainLoss", step.loss());
        JsonOutput.put(line, "gradientNorm", step.metrics().gradientNorm());
        JsonOutput.put(line, "learningRate", step.metrics().learningRate());
        JsonOutput.put(line, "charsPerSecond", step.metrics().charsPerSecond());
        if (validation != null) {
            JsonOutput.put(line, "validationLoss", validation.validationLoss());
            putMeasured(line, "accuracy", validation.accuracy());
            putMeasured(line, "exactMatch", validation.exactMatch());
        }
        return line;
    }

    /** Not where it was not measured. */
    private static void putMeasured(ObjectNode line, String name, double value) {
        if (!Double.isNaN(value)) {
            JsonOutput.put(line, name, value);
        }
    }

    /** @throws ProblemException where lines are missing because they could not be written */
    @Override
    public void close() {
        writeWaiting(null);
        try {
            out.close();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
        }
        if (failure != null) {
            throw WriteFailure.ofPart(file, failure);
        }
    }
}
