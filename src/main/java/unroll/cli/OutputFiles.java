package unroll.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files that are to be written much later. */
final class OutputFiles {
    private OutputFiles() {}

    /**
     * Refuses a file that can be seen not to be writable.
     *
     * @param file null for none, which is fine
     * @throws IOException with a sentence
     */
    static void requireWritable(@Nullable Path file) throws IOException {
        if (file == null) {
            return;
        }
        if (Files.isDirectory(file)) {
            throw new IOException("%s is a folder; choose a file name in it.".formatted(file));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(
                    "%s cannot be written because the folder %s does not exist; create it or choose another."
                            .formatted(file, folder));
        }
        if (!Files.isWritable(folder) || Files.exists(file) && !Files.isWritable(file)) {
            throw new IOException(
                    "%s may not be written by you; choose another file or change the permissions.".formatted(file));
        }
    }
}
