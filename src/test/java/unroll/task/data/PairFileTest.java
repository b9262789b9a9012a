package unroll.task.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.corpus.CorpusReader;
import unroll.message.ProblemException;
import unroll.task.InputOutput;
import unroll.task.RnnType;

class PairFileTest {
    @TempDir
    Path folder;

    private static final String TEN = numbered(10, i -> "line" + i + "\tlabel" + i % 2);

    @Test
    void readsPairsInOrder() throws Exception {
        List<InputOutput> pairs = parse(TEN + "größer 😀\tlabel1\n", RnnType.MANY_TO_ONE);

        assertThat(pairs).hasSize(11).startsWith(new InputOutput("line0", "label0"));
        assertThat(pairs.get(10)).isEqualTo(new InputOutput("größer 😀", "label1"));
    }

    @Test
    void readsAFileWithMarkWindowsLineEndsAndEmptyLines() throws Exception {
        Path file = folder.resolve("p.tsv");
        Files.writeString(file, "\uFEFF" + TEN.replace("\n", "\r\n") + "\r\n\r\nlast\tlabel0", StandardCharsets.UTF_8);

        assertThat(read(file))
                .hasSize(11)
                .startsWith(new InputOutput("line0", "label0"))
                .endsWith(new InputOutput("last", "label0"));
    }

    @Test
    void namesTheLineAndTheReason() {
        refuses("no tab here", RnnType.MANY_TO_ONE, "line 11 has no tab; write input, tab, output.");
        refuses("a\tb\tc", RnnType.MANY_TO_ONE, "line 11 has more than one tab; write input, tab, output.");
        refuses("\tlabel1", RnnType.MANY_TO_ONE, "line 11 has nothing before the tab; correct the line or remove it.");
        refuses("a\t", RnnType.MANY_TO_ONE, "line 11 has nothing after the tab; correct the line or remove it.");
        refuses(
                "a\tonce",
                RnnType.MANY_TO_ONE,
                "line 11 is the only one with the label \"once\"; give each label at least two, one to learn and one to test.");
        refuses("a".repeat(1_001) + "\tb", RnnType.MANY_TO_ONE, "line 11 has more than 1,000 characters; shorten it.");
    }

    @Test
    void aTaggedLineHasATagForEachCharacter() {
        String tagged = numbered(10, i -> "abc\txy" + i);

        assertThatThrownBy(() -> parse(tagged + "\nabc\tab\n", RnnType.MANY_TO_MANY_EQUAL))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "\"mine\": line 12 has 3 characters before the tab and 2 after it; this task needs as many after it as before, one for each; correct the line or remove it.");
    }

    @Test
    void labelsOfOneToManyStandBeforeTheTab() {
        assertThatThrownBy(() -> parse(numbered(10, i -> "en\tname" + i) + "de\tname\n", RnnType.ONE_TO_MANY))
                .hasMessageContaining("line 11 is the only one with the label \"de\"");
    }

    @Test
    void refusesTooLittle() {
        assertThatThrownBy(() -> parse("a\tb\nc\td\n", RnnType.MANY_TO_MANY_UNEQUAL))
                .hasMessage("\"mine\" has 2 pairs; give at least 10.");
        assertThatThrownBy(() -> parse(numbered(10, i -> i + "\tsame"), RnnType.MANY_TO_ONE))
                .hasMessage("\"mine\" has only the label \"same\"; at least two are needed.");
    }

    @Test
    void refusesMoreLabelsThanATableHolds() {
        assertThatThrownBy(() -> parse(numbered(501, i -> i + "\tl" + i), RnnType.MANY_TO_ONE))
                .hasMessageContaining("line 501 has label number 501, and a task may have 500 at most");
    }

    @Test
    void refusesAFileThatIsTooLargeWithoutReadingIt() throws IOException {
        Path file = folder.resolve("huge.tsv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(PairFile.MAX_BYTES + (1 << 20));
        }

        assertThatThrownBy(() -> read(file))
                .hasMessage(file + " has 257 MB; a file of pairs may have 256 MB at most, so choose a part of it.");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> read(folder.resolve("none")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("There is no file");
    }

    private static void refuses(String line, RnnType type, String sentence) {
        assertThatThrownBy(() -> parse(TEN + line + "\n", type))
                .isInstanceOf(ProblemException.class)
                .hasMessage("\"mine\": " + sentence);
    }

    private static List<InputOutput> read(Path file) throws IOException {
        return PairFile.parse(PairFile.open(file, null, CodingErrorAction.REPORT), RnnType.MANY_TO_ONE);
    }

    private static List<InputOutput> parse(String text, RnnType type) {
        return PairFile.parse(CorpusReader.ofText("mine", text), type);
    }

    private static String numbered(int lines, java.util.function.IntFunction<String> line) {
        return IntStream.range(0, lines).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }
}
