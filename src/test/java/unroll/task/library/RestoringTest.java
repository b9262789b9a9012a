package unroll.task.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.message.ProblemException;
import unroll.task.InputOutput;

class RestoringTest {
    @Test
    void capitalsBecomeSmall() {
        List<InputOutput> pairs =
                ExampleFixtures.pairs(ExampleFixtures.data("capitals", text("Élan %d sees Paris 😀 again")));

        assertThat(pairs)
                .hasSize(100)
                .contains(new InputOutput("élan 7 sees paris 😀 again", "Élan 7 sees Paris 😀 again"));
    }

    @Test
    void accentsAreTakenOffAndOtherLettersStay() {
        List<InputOutput> pairs = ExampleFixtures.pairs(
                ExampleFixtures.data("accents:names=false", text("ça %d où Đà Nẵng, Weißrußland, Øre 한국")));

        assertThat(pairs)
                .contains(new InputOutput(
                        "ca 7 ou Đa Nang, Weißrußland, Øre 한국", "ça 7 où Đà Nẵng, Weißrußland, Øre 한국"));
    }

    @Test
    void accentsOfTheJdksNamesAreTheStandard() {
        assertThat(ExampleFixtures.pairs("accents"))
                .contains(new InputOutput("Osterreich", "Österreich"))
                .allMatch(pair -> pair.input().length() == pair.output().length());
    }

    @Test
    void aFifthOfTheCharactersIsBlankedOut() {
        List<InputOutput> pairs =
                ExampleFixtures.pairs(ExampleFixtures.data("blanks", text("line number %d of a hundred lines")));
        int blanks = 0;
        int characters = 0;
        for (InputOutput pair : pairs) {
            assertThat(pair.input()).hasSameSizeAs(pair.output());
            for (int t = 0; t < pair.input().length(); t++) {
                assertThat(pair.input().charAt(t)).isIn('_', pair.output().charAt(t));
                blanks += pair.input().charAt(t) == '_' ? 1 : 0;
                characters++;
            }
        }

        assertThat((double) blanks / characters).isBetween(0.17, 0.23);
    }

    @Test
    void longLinesAreCutAndEqualOnesCountOnce() {
        Corpus text = CorpusReader.ofText("text", "ABCDEFGHIJKLMNO\nPQ\nPQ\n\n   R \nXYZ".repeat(3));

        assertThat(RestoringTask.distinctLines(text, 100, 10))
                .containsExactly("ABCDEFGHIJ", "KLMNO", "PQ", "R", "XYZABCDEFG", "HIJKLMNO", "XYZ");
        assertThat(RestoringTask.distinctLines(text, 3, 10)).containsExactly("ABCDEFGHIJ", "KLMNO", "PQ");
    }

    @Test
    void refusesATextWithNothingToRestore() {
        Corpus text = text("nothing here %d");

        assertThatThrownBy(() -> ExampleFixtures.data("capitals", text))
                .isInstanceOf(ProblemException.class)
                .hasMessage("There is nothing in these lines to take out and restore; choose another text.");
    }

    private static Corpus text(String line) {
        return CorpusReader.ofText(
                "text", IntStream.range(0, 100).mapToObj(line::formatted).collect(Collectors.joining("\n")));
    }
}
