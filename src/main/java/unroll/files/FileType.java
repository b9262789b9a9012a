package unroll.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import unroll.message.Problem;
import unroll.message.Reason;

/**
 * What a file is, as its first bytes tell: files that people mistake for texts or models. A plain text, and anything else
 * that is not listed here, has no type.
 */
public enum FileType {
    PDF("a PDF", Family.DOCUMENT, start -> start.has(0, "%PDF-")),
    RTF("an RTF document", Family.DOCUMENT, start -> start.has(0, "{\\rtf")),
    EPUB("an EPUB book", Family.DOCUMENT, start -> start.isZip() && start.holds("application/epub+zip")),
    OPEN_DOCUMENT(
            "an OpenDocument file",
            Family.DOCUMENT,
            start -> start.isZip() && start.holds("mimetypeapplication/vnd.oasis.opendocument")),
    WORD("a Word document", Family.DOCUMENT, start -> start.isZip() && start.holds("word/")),
    OFFICE("an Office document", Family.DOCUMENT, start -> start.isZip() && start.holds("[Content_Types].xml")),
    OLD_OFFICE("an Office document", Family.DOCUMENT, start -> start.has(0, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1")),
    PYTORCH(
            "a PyTorch file",
            Family.OTHER_MODEL,
            start -> start.isZip() && start.holds("/data.pkl")
                    || start.has(0, "\u0080\u0002\u008A\nl\u00FC\u009CF\u00F9 j\u00A8P\u0019")),
    ZIP("a ZIP archive", Family.ARCHIVE, Start::isZip),
    GZIP("a gzip archive", Family.ARCHIVE, start -> start.has(0, "\u001F\u008B\b")),
    BZIP2("a bzip2 archive", Family.ARCHIVE, start -> start.has(0, "BZh") && start.has(4, "1AY&SY")),
    XZ("an xz archive", Family.ARCHIVE, start -> start.has(0, "\u00FD7zXZ\0")),
    ZSTANDARD("a Zstandard archive", Family.ARCHIVE, start -> start.has(0, "(\u00B5/\u00FD")),
    SEVEN_ZIP("a 7z archive", Family.ARCHIVE, start -> start.has(0, "7z\u00BC\u00AF'\u001C")),
    RAR("a RAR archive", Family.ARCHIVE, start -> start.has(0, "Rar!\u001A\u0007")),
    TAR("a tar archive", Family.ARCHIVE, start -> start.has(257, "ustar")),
    PNG("a PNG picture", Family.MEDIA, start -> start.has(0, "\u0089PNG\r\n\u001A\n")),
    JPEG("a JPEG picture", Family.MEDIA, start -> start.has(0, "\u00FF\u00D8\u00FF")),
    GIF("a GIF picture", Family.MEDIA, start -> start.has(0, "GIF87a") || start.has(0, "GIF89a")),
    TIFF("a TIFF picture", Family.MEDIA, start -> start.has(0, "II*\0") || start.has(0, "MM\0*")),
    WEBP("a WebP picture", Family.MEDIA, start -> start.has(0, "RIFF") && start.has(8, "WEBP")),
    MP3("an MP3 recording", Family.MEDIA, Start::isMp3),
    WAV("a WAV recording", Family.MEDIA, start -> start.has(0, "RIFF") && start.has(8, "WAVE")),
    OGG("an Ogg recording", Family.MEDIA, start -> start.has(0, "OggS\0")),
    FLAC("a FLAC recording", Family.MEDIA, start -> start.has(0, "fLaC\0")),
    MP4("an MP4 recording", Family.MEDIA, start -> start.has(0, "\0\0") && start.has(4, "ftyp")),
    SAFETENSORS("a safetensors file", Family.MODEL, start -> start.has(7, "\0{\"")),
    NUMPY("a NumPy file", Family.OTHER_MODEL, start -> start.has(0, "\u0093NUMPY")),
    HDF5("an HDF5 file", Family.OTHER_MODEL, start -> start.has(0, "\u0089HDF\r\n\u001A\n")),
    GGUF("a GGUF file", Family.OTHER_MODEL, start -> start.has(0, "GGUF") && start.has(5, "\0\0\0")),
    GIT_LFS_POINTER(
            "a Git LFS pointer", Family.POINTER, start -> start.has(0, "version https://git-lfs.github.com/spec/")),
    HTML("an HTML page", Family.PAGE, Start::isHtml),
    PROGRAM("a program", Family.PROGRAM, Start::isProgram),
    SQLITE("an SQLite database", Family.PROGRAM, start -> start.has(0, "SQLite format 3\0"));

    /** Bytes that are looked at. */
    public static final int START_BYTES = 4096;

    private final String phrase;
    private final Family family;
    private final Predicate<Start> test;

    FileType(String phrase, Family family, Predicate<Start> test) {
        this.phrase = phrase;
        this.family = family;
        this.test = test;
    }

    /** Files with the same advice. */
    private enum Family {
        DOCUMENT("save it as plain text and open that.", "choose a model that Unroll saved."),
        MEDIA("choose a text file.", "choose a model that Unroll saved."),
        ARCHIVE("unpack it and open the text inside.", "unpack it and open the model inside."),
        PROGRAM("choose a text file.", "choose a model that Unroll saved."),
        MODEL("it holds a model, so open it as one, or choose a text file.", null),
        OTHER_MODEL("choose a text file.", "Unroll opens only models that it saved itself."),
        POINTER(
                "the text itself was not downloaded. Run \"git lfs pull\" in its folder.",
                "the model itself was not downloaded. Run \"git lfs pull\" in its folder."),
        PAGE(null, "the model itself was not downloaded. Download the file, not the page about it.");

        private final @Nullable String asText;
        private final @Nullable String asModel;

        Family(@Nullable String asText, @Nullable String asModel) {
            this.asText = asText;
            this.asModel = asModel;
        }
    }

    /**
     * The type of a file, empty where it is none of these.
     *
     * @param start its first bytes, {@value #START_BYTES} where it has as many
     */
    public static Optional<FileType> of(byte[] start) {
        Start bytes = new Start(new String(start, StandardCharsets.ISO_8859_1));
        return Arrays.stream(values()).filter(type -> type.test.test(bytes)).findFirst();
    }

    /**
     * Whether these first bytes of a file, eight or more, are those of a text in an encoding that has ASCII in it: no byte is a
     * control character but tabs and line ends.
     */
    public static boolean isText(byte[] start) {
        for (byte b : start) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return false;
            }
        }
        return start.length >= Long.BYTES;
    }

    /** With its article, for a sentence: "a PDF". */
    public String phrase() {
        return phrase;
    }

    /**
     * Why it cannot be learned from, and what to do; null where it can. An HTML page can: it is plain text,
     * and some want a network to write HTML.
     *
     * @param name of the file
     */
    public @Nullable Problem refusalAsText(String name) {
        return family.asText == null ? null : Reason.WRONG_FILE_TYPE.with(name, phrase, family.asText);
    }

    /**
     * Why it cannot be opened as a model, and what to do; null for a safetensors file.
     *
     * @param name of the file
     */
    public @Nullable Problem refusalAsModel(String name) {
        return family.asModel == null ? null : Reason.WRONG_FILE_TYPE.with(name, phrase, family.asModel);
    }

    /** The first bytes of a file, each as the character of its number. */
    private record Start(String bytes) {
        private static final int PROGRAM_HEADER = 64;

        boolean has(int offset, String expected) {
            return bytes.startsWith(expected, offset);
        }

        boolean holds(String part) {
            return bytes.contains(part);
        }

        boolean isZip() {
            return has(0, "PK\u0003\u0004") || has(0, "PK\u0005\u0006");
        }

        /** An ID3 tag, or the header of a frame of layer III with a possible bit rate and sampling rate. */
        boolean isMp3() {
            if (has(0, "ID3")) {
                return bytes.length() > 3 && bytes.charAt(3) < 0x10;
            }
            boolean frame = bytes.length() > 2 && bytes.charAt(0) == 0xFF && (bytes.charAt(1) & 0xE6) == 0xE2;
            return frame && (bytes.charAt(2) & 0xF0) != 0xF0 && (bytes.charAt(2) & 0x0C) != 0x0C;
        }

        boolean isHtml() {
            String page = bytes.startsWith("\u00EF\u00BB\u00BF") ? bytes.substring(3) : bytes;
            String lower = page.stripLeading().toLowerCase(Locale.ROOT);
            boolean xml = lower.startsWith("<?xml") && lower.contains("<html");
            return lower.startsWith("<!doctype html") || lower.startsWith("<html") || xml;
        }

        /** Of Linux, Windows (where two letters alone might begin a text), macOS or Java. */
        boolean isProgram() {
            boolean windows = has(0, "MZ")
                    && bytes.substring(0, Math.min(PROGRAM_HEADER, bytes.length()))
                                    .indexOf('\0')
                            > 0;
            return windows
                    || has(0, "\u007FELF")
                    || has(0, "\u00CF\u00FA\u00ED\u00FE")
                    || has(0, "\u00CA\u00FE\u00BA\u00BE");
        }
    }
}
