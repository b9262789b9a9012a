package unroll.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the system hands over arguments and file names. Under a locale such as C Java decodes them as ASCII and puts U+FFFD
 * for every other byte, so what was typed is lost and no such file can be named.
 *
 * @param encoding of arguments and file names
 * @param locale what sets it: a variable with its value
 * @param folder the current one
 */
record SystemEncoding(String encoding, String locale, String folder) {
    private static final char REPLACEMENT = '\uFFFD';

    /** That of this process. */
    static SystemEncoding current() {
        return new SystemEncoding(
                System.getProperty("sun.jnu.encoding", StandardCharsets.UTF_8.name()),
                variable(),
                System.getProperty("user.dir", ""));
    }

    /** A sentence where an argument or the current folder was not understood, with the cure; otherwise empty. */
    Optional<String> refusal(String... arguments) {
        if (Charset.isSupported(encoding) && Charset.forName(encoding).equals(StandardCharsets.UTF_8)) {
            return Optional.empty();
        }
        boolean argument = Stream.of(arguments).anyMatch(SystemEncoding::isLost);
        if (!argument && !isLost(folder)) {
            return Optional.empty();
        }
        return Optional.of(
                "%s has characters that the locale %s (%s) cannot represent; set LC_ALL=C.UTF-8 and run the command again."
                        .formatted(argument ? "An argument" : "The name of the current folder", locale, encoding));
    }

    private static boolean isLost(String text) {
        return text.indexOf(REPLACEMENT) >= 0;
    }

    /** The variable that decides, in the order in which C libraries look. */
    private static String variable() {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .filter(name -> !value(name).isEmpty())
                .findFirst()
                .map(name -> name + "=" + value(name))
                .orElse("C");
    }

    private static String value(String variable) {
        @Nullable String value = System.getenv(variable);
        return value == null ? "" : value;
    }
}
