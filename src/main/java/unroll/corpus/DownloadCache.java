package unroll.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The folder of downloaded texts: whole files with the right digest, put there in one move. */
final class DownloadCache {
    private static final int BUFFER = 1 << 16;

    private final Path folder;

    DownloadCache(Path folder) {
        this.folder = folder;
    }

    Path file(CatalogEntry entry) {
        return folder.resolve(entry.id() + ".txt");
    }

    boolean holds(CatalogEntry entry) {
        return Files.isRegularFile(file(entry));
    }

    /** Whether the file is there, as long as it should be and with the right digest. */
    boolean holdsExactly(CatalogEntry entry) throws IOException {
        try {
            return holds(entry)
                    && Files.size(file(entry)) == entry.bytes()
                    && digest(file(entry)).equals(entry.sha256());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Begins a download in a temporary file, which goes away unless it is completed. */
    Part begin(CatalogEntry entry) throws IOException {
        try {
            Files.createDirectories(folder);
            return new Part(entry, Files.createTempFile(folder, entry.id() + "-", ".part"));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private IOException unusable(IOException reason) {
        if (reason instanceof ClosedByInterruptException) {
            return CorpusDownloader.interrupted();
        }
        return new CorpusException(
                String.format(
                        "The folder for downloaded texts, \"%s\", cannot be used (%s); allow writing to it, and free some space.",
                        folder, reason),
                reason);
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256, but this one does not.", e);
        }
    }

    /** A text on its way in; never longer than its entry says. */
    final class Part implements AutoCloseable {
        private final CatalogEntry entry;
        private final Path temporary;
        private final FileChannel channel;
        private final MessageDigest digest = sha256();
        private long length;

        private Part(CatalogEntry entry, Path temporary) throws IOException {
            this.entry = entry;
            this.temporary = temporary;
            this.channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
        }

        /** Bytes so far. */
        long length() {
            return length;
        }

        void write(List<ByteBuffer> piece) throws IOException {
            for (ByteBuffer bytes : piece) {
                length += bytes.remaining();
                if (length > entry.bytes()) {
                    throw refusal("is longer than the %,d bytes it should have", entry.bytes());
                }
                digest.update(bytes.duplicate());
                store(bytes);
            }
        }

        /** Checks length and digest and moves the file to its place. */
        Path complete() throws IOException {
            if (length < entry.bytes()) {
                throw refusal("ended after %,d of %,d bytes", length, entry.bytes());
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
                throw refusal("is not the expected text: its SHA-256 differs");
            }
            try {
                channel.force(true);
                channel.close();
                return Files.move(temporary, file(entry), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw unusable(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                channel.close();
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                throw unusable(e);
            }
        }

        private void store(ByteBuffer bytes) throws IOException {
            try {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            } catch (IOException e) {
                throw unusable(e);
            }
        }

        private CorpusException refusal(String what, Object... figures) {
            return new CorpusException(String.format(
                    "What %s sent for \"%s\" %s; it was discarded. Try again later.",
                    entry.address().getHost(), entry.title(), String.format(Locale.ROOT, what, figures)));
        }
    }
}
