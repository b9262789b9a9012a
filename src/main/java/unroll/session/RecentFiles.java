package unroll.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts and models that were opened last, newest first, {@value #MAX_FILES} of each at most. Kept in a small file; a damaged
 * one reads as empty. Files that are gone stay listed. Thread-safe.
 */
public final class RecentFiles {
    /** Entries kept of each kind. */
    public static final int MAX_FILES = 10;

    private static final String CORPORA = "corpora";
    private static final String MODELS = "models";

    private final SmallJson file;
    private List<Path> corpora;
    private List<Path> models;

    /** @param writer does the writing, so that no caller waits for the disk */
    RecentFiles(Path file, Executor writer) {
        this.file = new SmallJson(file, writer);
        Map<String, @Nullable Object> root = this.file.read();
        corpora = paths(root.get(CORPORA));
        models = paths(root.get(MODELS));
    }

    /** Texts, newest first. */
    public synchronized List<Path> corpora() {
        return corpora;
    }

    /** Models, newest first. */
    public synchronized List<Path> models() {
        return models;
    }

    synchronized void addCorpus(Path path) {
        corpora = with(corpora, path);
        write();
    }

    synchronized void addModel(Path path) {
        models = with(models, path);
        write();
    }

    private static List<Path> with(List<Path> paths, Path path) {
        return Stream.concat(Stream.of(path.toAbsolutePath().normalize()), paths.stream())
                .distinct()
                .limit(MAX_FILES)
                .toList();
    }

    private static List<Path> paths(@Nullable Object names) {
        Stream<?> all = names instanceof List<?> list ? list.stream() : Stream.empty();
        return all.filter(String.class::isInstance)
                .flatMap(name -> path((String) name).stream())
                .limit(MAX_FILES)
                .toList();
    }

    /** Nothing for a name that this system cannot have. */
    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException damaged) {
            return Optional.empty();
        }
    }

    private void write() {
        file.write(Map.of(CORPORA, names(corpora), MODELS, names(models)));
    }

    private static List<String> names(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }
}
