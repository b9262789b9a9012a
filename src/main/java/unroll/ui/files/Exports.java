package unroll.ui.files;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import unroll.files.AtomicFile;

/** Makes and writes files while the window goes on. */
public final class Exports {
    private Exports() {}

    /** Does it in the background. */
    public static <T> CompletableFuture<T> inBackground(Callable<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.call();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
    }

    /** Writes a file, whole or not at all. */
    public static CompletableFuture<Path> write(Path file, Callable<byte[]> content) {
        return inBackground(() -> {
            byte[] bytes = content.call();
            AtomicFile.write(file, out -> out.write(bytes));
            return file;
        });
    }
}
