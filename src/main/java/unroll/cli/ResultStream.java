package unroll.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import unroll.files.SpecialFile;

/** Standard output, remembering why it could not be written to: the writers above it keep that to themselves. */
final class ResultStream extends FilterOutputStream {
    private final boolean pipe;
    private @Nullable IOException failure;

    /** @param pipe whether it goes to another program, which may have enough at any time */
    ResultStream(OutputStream out, boolean pipe) {
        super(out);
        this.pipe = pipe;
    }

    /** That of the process. Not System.out, which keeps it to itself where the reader has gone. */
    static ResultStream ofProcess() {
        boolean pipe = SpecialFile.at(Path.of("/dev/stdout"))
                .filter(special -> special != SpecialFile.DEVICE)
                .isPresent();
        return new ResultStream(new FileOutputStream(FileDescriptor.out), pipe);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            throw remember(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw remember(e);
        }
    }

    private IOException remember(IOException e) {
        failure = failure == null ? e : failure;
        return e;
    }

    /**
     * What to say where results were lost, or null: also where they went into a pipe whose reader had enough, which is how
     * {@code head} works.
     */
    @Nullable
    String problem() {
        IOException lost = failure;
        if (lost == null || isReaderGone(lost)) {
            return null;
        }
        return "Standard output cannot be written to (%s), so the results are incomplete; free some space or send them elsewhere."
                .formatted(Failures.message(lost));
    }

    /**
     * Where standard output is known to be a pipe, no other reason is looked for. Windows has no name under which it could be
     * looked at, and Java no error number, so there the system's words must do.
     */
    private boolean isReaderGone(IOException lost) {
        return pipe || Failures.message(lost).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
