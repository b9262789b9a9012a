package unroll.files;

import java.nio.file.Files;
import java.nio.file.Path;
import unroll.message.ProblemException;
import unroll.message.Reason;

/** Makes sure that a file can be read to its end before it is opened: a device may never end, a pipe may never begin. */
public final class InputFile {
    private InputFile() {}

    /**
     * Makes sure that it is an ordinary file that this account may read.
     *
     * @param noun what to choose instead, such as "a text file"
     * @throws ProblemException where it is not
     */
    public static void require(Path file, String noun) {
        if (file.toString().isEmpty()) {
            throw Reason.EMPTY_FILE_NAME.exception(noun);
        } else if (!Files.exists(file)) {
            throw Reason.NO_SUCH_FILE.exception(file);
        } else if (Files.isDirectory(file)) {
            throw Reason.FOLDER.exception(file, noun);
        } else if (isPipe(file)) {
            throw Reason.PIPE.exception(file);
        } else if (!Files.isRegularFile(file)) {
            SpecialFile sort = SpecialFile.at(file).orElse(SpecialFile.DEVICE);
            throw Reason.OTHER_FILE.exception(file, sort.noun(), noun);
        } else if (!Files.isReadable(file)) {
            throw Reason.MAY_NOT_READ.exception(file);
        }
    }

    /** Whether it is a pipe, named or made by a shell; always false on systems without Unix's modes. */
    public static boolean isPipe(Path file) {
        return SpecialFile.at(file).filter(SpecialFile.PIPE::equals).isPresent();
    }
}
