package unroll.session.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import unroll.message.ProblemException;
import unroll.message.Reason;

/** The lessons that ship with the program, under {@code /unroll/lessons} on the class path. */
public final class BundledLessons {
    private static final String FOLDER = "/unroll/lessons/";
    private static final Map<String, String> TITLES = inOrder();

    private BundledLessons() {}

    /** Titles by file name, in the order they are meant to be taken; unmodifiable. */
    public static Map<String, String> titles() {
        return TITLES;
    }

    /**
     * Reads one of them.
     *
     * @throws ProblemException where there is none of this name
     */
    public static Lesson read(String fileName) throws IOException {
        try (InputStream in = BundledLessons.class.getResourceAsStream(FOLDER + fileName)) {
            if (in == null) {
                throw Reason.MISSING_FROM_PROGRAM.exception(fileName);
            }
            return LessonFile.read(in, fileName, null);
        }
    }

    private static Map<String, String> inOrder() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("01-first-training.json", "First training");
        titles.put("02-temperature.json", "What temperature does");
        titles.put("03-vanishing-gradients.json", "Vanishing gradients");
        titles.put("04-why-lstm.json", "Why LSTM");
        titles.put("05-overfitting.json", "Overfitting");
        return Collections.unmodifiableMap(titles);
    }
}
