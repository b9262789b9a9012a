package unroll.ui.files;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import unroll.files.AtomicFile;
import unroll.session.background.Futures;

/** Makes and writes files while the window goes on. */
public final class Exports {
    private Exports() {}

    /** Writes a file, whole or not at all. */
    public static CompletableFuture<Path> write(Path file, Callable<byte[]> content) {
        return Futures.inBackground(() -> {
            byte[] bytes = content.call();
            AtomicFile.write(file, out -> out.write(bytes));
            return file;
        });
    }
}
