package unroll;

import java.util.Locale;
import java.util.stream.Stream;

/** Runs something as on a machine of another locale; each of these has digits of its own. */
public final class Locales {
    private Locales() {}

    /** Something that may throw. */
    public interface Work {
        void run() throws Exception;
    }

    /** Arabic, Persian, Marathi, Bengali, Burmese, Nepali. */
    public static Stream<Locale> withDigitsOfTheirOwn() {
        return Stream.of("ar-EG", "fa-IR", "mr-IN", "bn-BD", "my-MM", "ne-NP").map(Locale::forLanguageTag);
    }

    /** Does this with that locale as Java's default, which is then what it was. */
    public static void with(Locale locale, Work work) throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(locale);
        try {
            work.run();
        } finally {
            Locale.setDefault(before);
        }
    }
}
