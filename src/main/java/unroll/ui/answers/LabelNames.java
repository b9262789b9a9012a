package unroll.ui.answers;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How labels are called: languages by their English names where all of the labels are codes of languages. */
final class LabelNames {
    private final boolean languages;

    LabelNames(List<String> labels) {
        languages = Set.of(Locale.getISOLanguages()).containsAll(labels);
    }

    String of(String label) {
        return languages
                ? "%s (%s)".formatted(Locale.forLanguageTag(label).getDisplayLanguage(Locale.ENGLISH), label)
                : label;
    }
}
