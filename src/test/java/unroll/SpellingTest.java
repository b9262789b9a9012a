package unroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Code and documents are in American spelling. */
class SpellingTest {
    private static final Set<String> ENDINGS =
            Set.of("java", "md", "json", "css", "py", "sh", "properties", "html", "txt");

    /** Of words as they stand in names as well: {@code labelled}, {@code isLabelled}. Methods of the JDK's are exempt. */
    private static final Pattern BRITISH = Pattern.compile(
            "[Ll]icence|(?<!\\bis)(?<!\\bisNot)[Cc]ancell(?:ed|ing)|[Ll]abell(?:ed|ing)|[Mm]odell(?:ed|ing)|[Tt]ravell(?:ed|ing)"
                    + "|[Ss]ignall(?:ed|ing)|[Ll]earnt|[Ss]pelt|[Cc]atalogue|\\b[Tt]owards|\\b[Gg]rey(?:ed|s|ish)?\\b"
                    + "|[Cc]olour|[Bb]ehaviour|[Nn]eighbour|[Ff]avour|[Hh]onour|[Ff]lavour|\\b[Cc]entre|\\b[Mm]etres?\\b"
                    + "|[Aa]nalys(?:e|ed|es|ing)\\b|\\b[Ww]hilst|[Aa]mongst|[Ff]ulfil\\b|[Dd]efence|[Oo]ffence|[Aa]rtefact"
                    + "|[Jj]udgement|[Pp]rogramme\\b|[Pp]ractis(?:e|ed|ing)\\b"
                    + "|(?:[Rr]ecogn|[Ss]ynchron|[Oo]ptim|[Nn]ormal|[Ii]nitial|[Rr]egular|[Oo]rgan|[Ss]erial|[Vv]isual|[Mm]inim"
                    + "|[Mm]axim|[Ss]ummar|[Gg]eneral|[Ss]pecial|[Tt]oken|[Rr]andom|[Mm]emor|[Rr]eal|[Uu]til|[Cc]ustom|[Ff]inal"
                    + "|[Cc]apital|[Ll]ocal|[Vv]ector|[Qq]uant|[Pp]arallel)is(?:e|ed|er|ers|es|ing|ation)(?![a-z])");

    @Test
    void isAmerican() throws IOException {
        try (Stream<Path> files = Stream.of("src", "docs", "README.md", "CONTRIBUTING.md")
                .map(Path::of)
                .flatMap(SpellingTest::filesBelow)) {
            assertThat(files.flatMap(file -> british(file).stream()))
                    .as("lines in British spelling")
                    .isEmpty();
        }
    }

    private static Stream<Path> filesBelow(Path root) {
        try {
            return Files.walk(root).filter(SpellingTest::isText);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Licenses are quoted as they are. */
    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
                && !name.equals("SpellingTest.java")
                && !file.startsWith(Path.of("src", "installer", "licenses"));
    }

    private static List<String> british(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return IntStream.range(0, lines.size())
                    .filter(i -> BRITISH.matcher(lines.get(i)).find())
                    .mapToObj(i -> file + ":" + (i + 1) + ": " + lines.get(i).strip())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
