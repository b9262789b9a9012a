package unroll.task.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import unroll.task.InputOutput;

class LocaleNamesTest {
    @Test
    void everyNameBelongsToOneOf32Languages() {
        List<InputOutput> names = LocaleNames.ofOneLanguage();

        assertThat(names).extracting(InputOutput::input).doesNotHaveDuplicates();
        assertThat(names.stream().map(InputOutput::output).distinct()).containsExactlyElementsOf(LocaleNames.LANGUAGES);
        assertThat(LocaleNames.LANGUAGES).hasSize(32).isSorted();
        // 7,326 on JDK 17 and 7,316 on 25: the names follow the JDK's version of CLDR.
        assertThat(names).hasSizeBetween(7_000, 8_000);
        Map<String, Long> byLanguage =
                names.stream().collect(Collectors.groupingBy(InputOutput::output, Collectors.counting()));
        assertThat(byLanguage.values()).allMatch(count -> count >= 60);
    }

    @Test
    void holdsNamesThatAreUnmistakableAndNoneThatAreShared() {
        assertThat(LocaleNames.ofOneLanguage())
                .contains(
                        new InputOutput("Frankreich", "de"),
                        new InputOutput("Francja", "pl"),
                        new InputOutput("Ranska", "fi"))
                .noneMatch(pair -> pair.input().equals("Portugal"));
    }

    @Test
    void noCountryIsNamedSoInAnotherLanguage() {
        List<InputOutput> names = LocaleNames.ofOneLanguage();
        for (String language : LocaleNames.LANGUAGES) {
            Locale other = Locale.forLanguageTag(language);
            Set<String> countries = Stream.of(Locale.getISOCountries())
                    .map(code -> new Locale.Builder().setRegion(code).build().getDisplayCountry(other))
                    .collect(Collectors.toSet());

            assertThat(names).noneMatch(pair -> !pair.output().equals(language) && countries.contains(pair.input()));
        }
    }

    @Test
    void standsByLanguageAndThenByName() {
        List<String> german = LocaleNames.ofOneLanguage().stream()
                .filter(pair -> pair.output().equals("de"))
                .map(InputOutput::input)
                .toList();

        assertThat(german).isSorted();
    }
}
