package unroll.files;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether a file can be read to its end, told before it is opened: a device may never end, a pipe may never begin. */
public final class InputFile {
    private InputFile() {}

    /**
     * Why a file cannot be read, as a sentence; null for an ordinary file that this account may read.
     *
     * @param noun what to choose instead, such as "a text file"
     */
    public static @Nullable String problem(Path file, String noun) {
        if (file.toString().isEmpty()) {
            return "The file name is empty; choose %s.".formatted(noun);
        }
        if (!Files.exists(file)) {
            return "There is no file %s; check its name and folder.".formatted(file);
        }
        if (Files.isDirectory(file)) {
            return "%s is a folder; choose %s in it.".formatted(file, noun);
        }
        if (!Files.isRegularFile(file)) {
            return isPipe(file)
                    ? "%s is a pipe; save what comes out of it in a file, and choose that.".formatted(file)
                    : "%s is %s; choose %s."
                            .formatted(
                                    file,
                                    SpecialFile.at(file)
                                            .orElse(SpecialFile.DEVICE)
                                            .noun(),
                                    noun);
        }
        return Files.isReadable(file)
                ? null
                : "This account may not read %s; change its permissions or choose another file.".formatted(file);
    }

    /** Whether it is a pipe, named or made by a shell; always false on systems without Unix's modes. */
    public static boolean isPipe(Path file) {
        return SpecialFile.at(file).filter(SpecialFile.PIPE::equals).isPresent();
    }
}
