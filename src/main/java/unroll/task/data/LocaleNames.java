package unroll.task.data;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.task.InputOutput;

/**
 * Names of countries and languages as the JDK's locale data (Unicode CLDR) write them in 32 languages of Latin
 * script.
 *
 * <p>For each language, every ISO 3166 country and ISO 639 language is named in it; a name that is only the code is
 * dropped, and so is a name that two or more of the 32 languages share. What is left belongs to exactly one of them:
 * 7,326 names on JDK 17, 7,316 on JDK 25. The list follows the JDK's version, not the machine.
 */
public final class LocaleNames {
    /** The languages, as IETF tags, in the order of the list. */
    public static final List<String> LANGUAGES = List.of(
            "af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "eu", "fi", "fr", "ga", "hr", "hu", "id", "is", "it",
            "lt", "lv", "nb", "nl", "pl", "pt", "ro", "sk", "sl", "sq", "sv", "sw", "tr", "vi");

    private LocaleNames() {}

    /**
     * Pairs of a name and the tag of its language: by language in the order of {@link #LANGUAGES}, then by UTF-16 unit.
     *
     * @throws ProblemException where this Java came without locale data
     */
    public static List<InputOutput> ofOneLanguage() {
        Map<String, Set<String>> languages = new TreeMap<>();
        for (String language : LANGUAGES) {
            for (String name : namesIn(Locale.forLanguageTag(language))) {
                languages.computeIfAbsent(name, any -> new TreeSet<>()).add(language);
            }
        }
        List<InputOutput> pairs = languages.entrySet().stream()
                .filter(name -> name.getValue().size() == 1)
                .map(name -> new InputOutput(
                        name.getKey(), name.getValue().iterator().next()))
                .sorted(Comparator.comparingInt(pair -> LANGUAGES.indexOf(pair.output())))
                .toList();
        requireAllLanguages(pairs);
        return pairs;
    }

    private static Set<String> namesIn(Locale language) {
        Set<String> names = new TreeSet<>();
        for (String country : Locale.getISOCountries()) {
            add(new Locale.Builder().setRegion(country).build().getDisplayCountry(language), country, names);
        }
        for (String code : Locale.getISOLanguages()) {
            add(Locale.forLanguageTag(code).getDisplayLanguage(language), code, names);
        }
        return names;
    }

    private static void add(String name, String code, Set<String> names) {
        if (!name.isEmpty() && !name.equals(code)) {
            names.add(name);
        }
    }

    private static void requireAllLanguages(List<InputOutput> pairs) {
        Set<String> found = pairs.stream().map(InputOutput::output).collect(Collectors.toSet());
        for (String language : LANGUAGES) {
            if (!found.contains(language)) {
                throw Reason.NO_LOCALE_NAMES.exception(language);
            }
        }
    }
}
