package unroll.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import unroll.message.Reason;

/** The texts that ship with the program, under {@code /unroll/corpora} on the class path, in UTF-8. */
public final class BundledTexts {
    private static final String FOLDER = "/unroll/corpora/";
    private static final Map<String, String> TITLES = inOrder();

    private BundledTexts() {}

    /** Titles by file name, the default text first; unmodifiable. */
    public static Map<String, String> titles() {
        return TITLES;
    }

    /** The file of the text with this title. */
    public static Optional<String> named(String title) {
        return TITLES.entrySet().stream()
                .filter(text -> text.getValue().equals(title))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static Corpus read(String fileName) throws IOException {
        String title = TITLES.get(fileName);
        if (title == null) {
            throw Reason.NO_BUNDLED_TEXT.exception(fileName, TITLES.keySet());
        }
        try (InputStream in = open(fileName)) {
            return CorpusReader.ofText(title, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Opens a file of the folder. */
    static InputStream open(String fileName) {
        InputStream in = BundledTexts.class.getResourceAsStream(FOLDER + fileName);
        if (in == null) {
            throw Reason.MISSING_FROM_PROGRAM.exception(fileName);
        }
        return in;
    }

    private static Map<String, String> inOrder() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("drama.txt", "The Borrowed Bell, a verse drama");
        titles.put("tales.txt", "The Third Oar, short tales");
        titles.put("plants.txt", "Plant names");
        return Collections.unmodifiableMap(titles);
    }
}
