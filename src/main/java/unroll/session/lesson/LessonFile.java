package unroll.session.lesson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import unroll.files.InputFile;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.settings.Settings;
import unroll.task.TaskConfig;
import unroll.train.TrainingConfig;

/**
 * Reads lessons: JSON in UTF-8, up to {@value #MAX_BYTES} bytes. What is not as it should be is one sentence that names the
 * place; what the program does not know is refused, so that a slip of the pen is not passed over.
 */
public final class LessonFile {
    /** Bytes of a file at most. */
    public static final int MAX_BYTES = 1 << 20;

    /** What a lesson starts from. It is an experiment that is the same for everybody: it stops early only where it says so. */
    public static final Settings UNENDING = Settings.DEFAULT.withTraining(TrainingConfig.PLAIN);

    private static final int MAX_NESTING = 20;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LessonFile() {}

    /**
     * Reads a lesson. The text beside it is not read yet.
     *
     * @throws ProblemException where there is no such file, it is no lesson, or there is a mistake in it
     */
    public static Lesson read(Path file) throws IOException {
        InputFile.require(file, "a lesson");
        try (InputStream in = Files.newInputStream(file)) {
            return read(
                    in,
                    String.valueOf(file.getFileName()),
                    file.toAbsolutePath().getParent());
        } catch (IOException unreadable) {
            throw new ProblemException(Reason.UNREADABLE_FILE.with(file, Problem.reason(unreadable)), unreadable);
        }
    }

    /**
     * Reads a lesson.
     *
     * @param name of the file, for sentences
     * @param folder where its text may lie, or null where it has none
     */
    static Lesson read(InputStream in, String name, @Nullable Path folder) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw Reason.LESSON_TOO_LARGE.exception(name);
        }
        return new LessonReader(parse(name, bytes), folder).read();
    }

    /**
     * Reads JSON as that of a lesson is read: strictly, and with a sentence that names line and column where it is none.
     *
     * @param name of the file, for sentences
     */
    public static Item parse(String name, byte[] utf8) {
        return new Item(name, "", parse(name, decode(name, utf8)));
    }

    /** What is worth starting from with the task of this name. */
    public static Settings startingWith(Item name) {
        try {
            return Settings.startingWith(TaskConfig.parse(name.text()));
        } catch (ProblemException unknown) {
            throw name.problem(unknown.problem());
        }
    }

    private static String decode(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            // Some editors begin a file with a byte order mark.
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ProblemException(Reason.NOT_UTF8.with(name), e);
        }
    }

    private static JsonNode parse(String name, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            throw new ProblemException(
                    Reason.NOT_JSON.with(
                            name, where == null ? 1 : where.getLineNr(), where == null ? 1 : where.getColumnNr()),
                    e);
        }
    }
}
