package unroll.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What bears the name of a file and is none: nothing can be kept in it, and what it yields may have no end. */
public enum SpecialFile {
    DEVICE("a device"),
    PIPE("a pipe"),
    SOCKET("a socket");

    private static final int TYPE = 0170000;
    private static final int TYPE_OF_PIPES = 0010000;
    private static final int TYPE_OF_SOCKETS = 0140000;

    /** Windows finds its devices under these names in every folder, whatever the ending. */
    private static final Pattern WINDOWS_DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[1-9]|lpt[1-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private final String noun;

    SpecialFile(String noun) {
        this.noun = noun;
    }

    /** For a sentence, for example "a device". */
    public String noun() {
        return noun;
    }

    /** What is there, links followed; empty for a file, a folder, and where nothing is or cannot be looked at. */
    public static Optional<SpecialFile> at(Path path) {
        Path name = path.getFileName();
        if (name != null
                && isWindows()
                && WINDOWS_DEVICE.matcher(name.toString()).matches()) {
            return Optional.of(DEVICE);
        }
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).isOther()
                    ? Optional.of(ofMode(path))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static SpecialFile ofMode(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return DEVICE;
        }
        return switch ((int) Files.getAttribute(path, "unix:mode") & TYPE) {
            case TYPE_OF_PIPES -> PIPE;
            case TYPE_OF_SOCKETS -> SOCKET;
            default -> DEVICE;
        };
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
