package unroll.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTest {
    private static final Pattern VALUE = Pattern.compile("%(?:(\\d)\\$)?[,0-9]*([sdX])");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z]+");
    private static final Pattern CONTROL = Pattern.compile("\\b[Pp]ress |Export Lab Report|\\bmenu\\b|\\bbutton\\b");

    /** Options that only the command line can refuse. */
    private static final List<Reason> COMMAND_LINE_ALONE =
            List.of(Reason.OTHER_CELLS_ACTIVATION, Reason.FIXED_IN_SAVED_RUN, Reason.REPLACE_OR_DECODE);

    /** What only the window has: a model that is not made yet. */
    private static final List<Reason> WINDOW_ALONE = List.of(Reason.NO_MODEL);

    static List<Problem> typed() {
        Path file = Path.of("text.txt");
        var bytes = new Problem.MalformedText.Bytes(3, 100, 7);
        return List.of(
                new Problem.Refused(Reason.SET_TWICE, List.of("length")),
                new Problem.DamagedFile(file, Damage.TENSOR_MISSING, List.of("out.bias")),
                new Problem.MalformedText(file, StandardCharsets.UTF_8, false, bytes, StandardCharsets.ISO_8859_1),
                new Problem.Diverged(7, false, 5, 0.5, false),
                new Problem.TooLittleMemory(3_000_000_000L, 1_000_000_000, 8, 0, true));
    }

    @Test
    void everyKindIsInTheTable() {
        assertThat(typed().stream().<Class<?>>map(Problem::getClass).toList())
                .hasSameElementsAs(List.of(Problem.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("typed")
    void saysWhatHappenedAndWhatToDoInTheWordsOfEachFront(Problem problem) {
        for (Front front : Front.values()) {
            assertThat(problem.sentence(front)).matches("(?s).+[.;] .+\\.").doesNotContain("%");
            assertThat(problem.sentence(front)).startsWith(problem.facts(front).replaceFirst("\\.$", ""));
        }
        assertThat(problem.sentence(Front.WINDOW)).doesNotContainPattern(OPTION);
        assertThat(problem.sentence(Front.COMMAND_LINE)).doesNotContainPattern(CONTROL);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonIsSaidInBothFronts(Reason reason) {
        Problem problem = reason.with(values(reason.templates()));
        for (Front front : Front.values()) {
            assertThat(problem.sentence(front)).doesNotContain("%s", "%d", "|").doesNotContain("null");
        }
        if (!COMMAND_LINE_ALONE.contains(reason)) {
            assertThat(problem.sentence(Front.WINDOW)).doesNotContainPattern(OPTION);
        }
        if (!WINDOW_ALONE.contains(reason)) {
            assertThat(problem.sentence(Front.COMMAND_LINE)).doesNotContainPattern(CONTROL);
        }
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void everyDamageIsSaidInBothFronts(Damage damage) {
        Problem problem =
                damage.exception(Path.of("model"), values(damage.templates())).problem();
        for (Front front : Front.values()) {
            assertThat(problem.sentence(front))
                    .doesNotContain("%s", "%d", "null")
                    .endsWith(". Open another copy of it.");
        }
        assertThat(problem.sentence(Front.WINDOW)).doesNotContain("command", "unroll ");
    }

    @Test
    void whatADamagedEntryIsRefusedForIsSaidInTheWordsOfTheFront() {
        Problem nested = new Problem.Diverged(7, true, 5, 0.5, true);
        Problem problem = Damage.ENTRY_UNUSABLE
                .exception(Path.of("a.model"), "network", nested)
                .problem();
        assertThat(problem.sentence(Front.COMMAND_LINE))
                .startsWith("a.model cannot be used as a model: its \"network\" cannot be used (Training diverged")
                .contains("lower --learning-rate (now 0.5) before");
        assertThat(problem.sentence(Front.WINDOW)).contains("lower the learning rate (now 0.5), and press Train.");
    }

    /** As many as the longer of both sentences needs, each of its type. */
    private static Object[] values(List<String> templates) {
        List<Object> values = new ArrayList<>();
        for (String template : templates) {
            Matcher value = VALUE.matcher(template.replace("%%", ""));
            for (int next = 0; value.find(); next++) {
                int place = value.group(1) == null ? next : Integer.parseInt(value.group(1)) - 1;
                while (values.size() <= place) {
                    values.add("x");
                }
                if (!value.group(2).equals("s")) {
                    values.set(place, 7);
                }
            }
        }
        return values.toArray();
    }

    @Test
    void factsLeaveOutWhatToDo() {
        assertThat(Reason.INVALID_VALUE
                        .with("The batch", "0", "a whole number from 1 to 8")
                        .facts(Front.WINDOW))
                .isEqualTo("The batch is 0.");
        assertThat(Reason.TEXT_TOO_SHORT.with(16, 4, 5, 21, 1, 5).facts(Front.WINDOW))
                .isEqualTo("The training part of this text has 16 characters,"
                        + " but a batch of 4 with a window of 5 needs 21 or more.");
        assertThat(Reason.SET_TWICE.with("length").facts(Front.WINDOW))
                .isEqualTo("\"length\" is set twice; set it once.");
    }

    @Test
    void anAnswerOfTheSystemIsOneOfAFile() {
        assertThat(Problem.of(new UncheckedIOException(new NoSuchFileException("a.txt"))))
                .isEqualTo(Reason.NO_SUCH_FILE.with("a.txt"));
        assertThat(Problem.of(new AccessDeniedException("a.txt"))).isEqualTo(Reason.MAY_NOT_READ.with("a.txt"));
        assertThat(Problem.of(new FileSystemException("a.txt", null, "Too many open files")))
                .isEqualTo(Reason.UNUSABLE_FILE.with("a.txt", "Too many open files"));
        assertThat(Problem.of(new IOException("Broken pipe"))).isEqualTo(Reason.INPUT_OUTPUT.with("Broken pipe"));
    }

    @Test
    void whatNoUserCanProvokeIsADefectWithItsClass() {
        assertThat(Problem.of(new CompletionException(new IllegalStateException("The barrier is broken."))))
                .isEqualTo(Reason.INTERNAL.with("IllegalStateException: The barrier is broken."));
        assertThat(Problem.of(new ArithmeticException()).sentence(Front.COMMAND_LINE))
                .isEqualTo("Something went wrong inside the program (ArithmeticException);"
                        + " run it again with --verbose for the details.");
    }

    @Test
    void aProblemWithinAnotherIsSaidInTheSameWords() {
        Problem outer = Reason.AUTOSAVE_FAILED.with(new Problem.Diverged(7, true, 5, 0.5, true));
        assertThat(outer.sentence(Front.COMMAND_LINE))
                .startsWith("The autosave failed; training continues. Training diverged at step 7: the gradient is")
                .contains("lower --learning-rate (now 0.5) before");
        assertThat(outer.sentence(Front.WINDOW)).contains("lower the learning rate (now 0.5), and press Train.");
    }
}
