package unroll.session.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void quotesWhatNeedsIt() {
        assertThat(Csv.line(List.of("a", "b,c", "say \"hi\"", "two\nlines", "")))
                .isEqualTo("a,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n");
    }

    @Test
    void readsWhatItWrote() {
        long seed = 20_260_304;
        Random random = new Random(seed);
        String letters = "ab,\"\r\n;' =+-@\tß🙂\uffff";
        for (int trial = 0; trial < 500; trial++) {
            List<String> fields = new ArrayList<>(List.of("first", "second"));
            for (int i = random.nextInt(4); i >= 0; i--) {
                StringBuilder field = new StringBuilder();
                for (int j = random.nextInt(6); j > 0; j--) {
                    int at = random.nextInt(letters.length());
                    field.append(letters.charAt(at));
                }
                fields.add(field.toString());
            }
            List<Csv.Row> rows = Csv.read(Csv.line(fields) + Csv.line(List.of("x", "y")));
            assertThat(rows)
                    .as("seed %d, trial %d, fields %s", seed, trial, fields)
                    .hasSize(2);
            assertThat(rows.get(0).fields())
                    .as("seed %d, trial %d", seed, trial)
                    .isEqualTo(fields);
        }
    }

    @Test
    void countsLinesAlsoWithinQuotes() {
        List<Csv.Row> rows = Csv.read("a,b\n\n\"1\n2\",c\r\n\ufeffd,e");
        assertThat(rows)
                .containsExactly(
                        new Csv.Row(1, List.of("a", "b")),
                        new Csv.Row(3, List.of("1\n2", "c")),
                        new Csv.Row(5, List.of("d", "e")));
    }

    @Test
    void refusesAnOpenQuoteAndWhatFollowsOne() {
        assertThatThrownBy(() -> Csv.read("a,b\nc,\"d\ne"))
                .hasMessageStartingWith("Line 2 has a quoted field that never ends");
        assertThatThrownBy(() -> Csv.read("a,\"b\"c"))
                .hasMessageStartingWith("Line 1 has ")
                .hasMessageEndingWith("a quote inside a field must be doubled.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-x", "@sum", "\tx", "\rx", "'=1", "'quoted", "''", "'", "", "plain", "a=b"})
    void keepsFormulasFromSpreadsheets(String text) {
        String inert = Csv.inert(text);
        assertThat(inert.isEmpty() ? "" : inert.substring(0, 1)).isNotIn("=", "+", "-", "@", "\t", "\r");
        assertThat(Csv.active(inert)).isEqualTo(text);
    }
}
