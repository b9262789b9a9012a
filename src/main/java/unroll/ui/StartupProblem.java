package unroll.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unroll.message.LoadingFailure;

/**
 * Why no window could be opened, for the user. JavaFX throws little more than "No toolkit found" and prints the reason, so
 * both are looked at.
 */
final class StartupProblem {
    private static final String LIBRARIES =
            "(Debian: apt install libgtk-3-0 libgl1 libxtst6 libxxf86vm1; Fedora: dnf install gtk3 libglvnd-glx libXtst libXxf86vm)";

    private static final Pattern SYSTEM_LIBRARY =
            Pattern.compile("(lib[\\w.+-]+\\.so[.\\d]*): cannot open shared object");

    /** Why a library that JavaFX has unpacked, or tried to, is of no use: full, mounted noexec, read-only, forbidden. */
    private static final Pattern CACHE = Pattern.compile(
            "No space left on device|failed to map segment[^\\n]*|Read-only file system|Permission denied|Operation not permitted|Disk quota exceeded");

    private static final List<String> NO_GTK = List.of("glass GTK library", "GTK+ library", "glassgtk");

    private StartupProblem() {}

    /**
     * The reason and its cure.
     *
     * @param thrown what ended the start
     * @param printed what was written to standard error meanwhile
     * @param display the display of the X server, {@code null} where none is named
     */
    static String sentence(Throwable thrown, String printed, @Nullable String display) {
        String messages = messages(thrown) + "\n" + printed;
        if (messages.contains("Unable to open DISPLAY") || messages.contains("HeadlessException")) {
            return "No window can be opened: %s. Start Unroll on a desktop, or use its command line (java -jar unroll.jar --help)."
                    .formatted(
                            display == null || display.isEmpty()
                                    ? "there is no display (DISPLAY is not set)"
                                    : "the display " + display + " does not answer");
        }
        Matcher cache = CACHE.matcher(messages);
        if (cache.find()) {
            return "JavaFX cannot unpack and load its libraries (%s). Free some space, or start Java with -Djavafx.cachedir=FOLDER and -Dorg.bytedeco.javacpp.cachedir=FOLDER, a folder that can be written and run programs."
                    .formatted(cache.group());
        }
        Matcher library = SYSTEM_LIBRARY.matcher(messages);
        if (library.find()) {
            return "The window needs the library %s, which is not installed %s.".formatted(library.group(1), LIBRARIES);
        }
        if (NO_GTK.stream().anyMatch(messages::contains)) {
            return "The window needs GTK 3, which is not installed or cannot be used %s.".formatted(LIBRARIES);
        }
        return ofCause(thrown, messages);
    }

    private static String ofCause(Throwable thrown, String messages) {
        if (messages.contains("javafx/")
                || messages.contains("java.library.path")
                || messages.contains("No toolkit found")) {
            return LoadingFailure.noNatives();
        }
        Throwable root = causes(thrown).reduce((outer, inner) -> inner).orElse(thrown);
        if (root instanceof LinkageError linkage) {
            return LoadingFailure.sentence(linkage);
        }
        return "The window could not be opened (%s). Start Java with -Djavafx.verbose=true for the details."
                .formatted(root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage());
    }

    private static String messages(Throwable thrown) {
        return causes(thrown)
                .flatMap(each -> Stream.concat(Stream.of(each), Arrays.stream(each.getSuppressed())))
                .map(Throwable::toString)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
    }
}
