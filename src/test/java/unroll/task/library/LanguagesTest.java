package unroll.task.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unroll.task.InputOutput;

/** Names and dates from the JDK. */
class LanguagesTest {
    @Test
    void aNameHasItsLanguageAndALanguageItsNames() {
        List<InputOutput> names = ExampleFixtures.pairs("language");
        List<InputOutput> written = ExampleFixtures.pairs("names");

        assertThat(names).contains(new InputOutput("Frankreich", "de"));
        assertThat(written).hasSameSizeAs(names).contains(new InputOutput("de", "Frankreich"));
    }

    @Test
    void everyLanguageIsTrainedAndTested() {
        var data = ExampleFixtures.data("language");
        List<String> languages = data.layout().alphabets().output().labels();

        for (var part : List.of(data.training(), data.validation(), data.test())) {
            var found = new java.util.TreeSet<String>();
            for (int index = 0; index < part.size(); index++) {
                found.add(part.pair(index).output());
            }
            assertThat(found).containsExactlyElementsOf(languages);
        }
    }

    @Test
    void datesAreWrittenInManyWaysAndMeanOneDay() {
        List<InputOutput> pairs = ExampleFixtures.pairs("dates");
        Map<String, String> days = new HashMap<>();

        assertThat(pairs).hasSize(20_000);
        for (InputOutput pair : pairs) {
            LocalDate day = LocalDate.parse(pair.output());
            assertThat(day.getYear()).isBetween(1900, 2099);
            assertThat(pair.input()).as("all four figures of the year").contains(Integer.toString(day.getYear()));
            assertThat(days.put(pair.input(), pair.output())).isNull();
        }
        assertThat(pairs).anyMatch(pair -> pair.input().matches("\\d+ November \\d+"));
        assertThat(pairs).anyMatch(pair -> pair.input().matches("\\d+\\. November \\d+"));
        assertThat(pairs).anyMatch(pair -> pair.input().matches("\\d+ novembre \\d+"));
    }

    @Test
    void noWayOfWritingADateMeansTwoDays() {
        Map<String, String> days = new HashMap<>();
        for (String choice : List.of("dates:examples=60000", "dates:examples=59999")) {
            for (InputOutput pair : ExampleFixtures.pairs(choice)) {
                String before = days.putIfAbsent(pair.input(), pair.output());
                assertThat(before == null || before.equals(pair.output()))
                        .as(pair.toString())
                        .isTrue();
            }
        }
    }
}
