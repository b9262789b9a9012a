package unroll.spark;

import java.io.IOException;
import java.io.Serializable;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.corpus.Vocabulary;
import unroll.task.TaskData;

/**
 * A range of a text's characters. Where it travels, only its place in the files does; whoever asks for the characters reads
 * them, once in a process.
 */
final class TextPart implements Serializable {
    private static final long serialVersionUID = 1;

    /** What tasks of this process have read, by its place, until memory runs short. */
    private static final Map<List<Object>, SoftReference<Corpus>> READ = new ConcurrentHashMap<>();

    private final String name;
    private final List<Piece> pieces;
    private final int skip;
    private final int length;
    private final int[] codePoints;

    /** Bytes of a file. */
    record Piece(String file, long from, int count) implements Serializable {}

    /**
     * @param name of the text
     * @param pieces in which the range lies, beginning between two characters
     * @param skip characters of them before the range
     * @param length of the range in characters
     * @param codePoints of the whole text
     */
    TextPart(String name, List<Piece> pieces, int skip, int length, int[] codePoints) {
        this.name = name;
        this.pieces = pieces;
        this.skip = skip;
        this.length = length;
        this.codePoints = codePoints;
    }

    /** The range in the symbols of the whole text, all of it for training. */
    TaskData.Streams data(Configuration configuration) throws IOException {
        List<Object> place = List.of(pieces, skip, length);
        SoftReference<Corpus> kept = READ.get(place);
        Corpus read = kept == null ? null : kept.get();
        if (read == null) {
            read = CorpusReader.ofText(name, characters(configuration)).withVocabulary(new Vocabulary(codePoints));
            READ.put(place, new SoftReference<>(read));
        }
        return new TaskData.Streams(read, new Split(1, 0, 0));
    }

    /** The characters themselves, every line end as LF. */
    String characters(Configuration configuration) throws IOException {
        String text = new String(bytes(configuration), StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        int from = text.offsetByCodePoints(0, skip);
        return text.substring(from, text.offsetByCodePoints(from, length));
    }

    private byte[] bytes(Configuration configuration) throws IOException {
        byte[] bytes =
                new byte[Math.toIntExact(pieces.stream().mapToLong(Piece::count).sum())];
        int done = 0;
        for (Piece piece : pieces) {
            Path file = new Path(piece.file);
            try (FSDataInputStream in = file.getFileSystem(configuration).open(file)) {
                in.readFully(piece.from, bytes, done, piece.count);
            }
            done += piece.count;
        }
        return bytes;
    }
}
