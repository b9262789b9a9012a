package unroll.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The texts and models that were opened last, newest first, {@value #MOST} of each at most. Kept in a small file; a damaged
 * one reads as empty. Files that are gone stay listed until {@link #forget}. Thread-safe.
 */
public final class RecentFiles {
    /** Entries kept of each kind. */
    public static final int MOST = 10;

    private static final String CORPORA = "corpora";
    private static final String MODELS = "models";

    private final SmallJson file;
    private List<Path> corpora;
    private List<Path> models;

    /** @param writer does the writing, so that no caller waits for the disk */
    RecentFiles(Path file, Executor writer) {
        this.file = new SmallJson(file, writer);
        ObjectNode root = this.file.read();
        corpora = paths(root.path(CORPORA));
        models = paths(root.path(MODELS));
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

    /** Takes a file off both lists. */
    public synchronized void forget(Path path) {
        corpora = without(corpora, path);
        models = without(models, path);
        write();
    }

    private static List<Path> with(List<Path> paths, Path path) {
        List<Path> next = new ArrayList<>();
        next.add(path.toAbsolutePath().normalize());
        next.addAll(without(paths, path));
        return List.copyOf(next.subList(0, Math.min(MOST, next.size())));
    }

    private static List<Path> without(List<Path> paths, Path path) {
        Path gone = path.toAbsolutePath().normalize();
        return paths.stream().filter(kept -> !kept.equals(gone)).toList();
    }

    private static List<Path> paths(JsonNode names) {
        List<Path> paths = new ArrayList<>();
        for (JsonNode name : names) {
            if (name.isTextual() && paths.size() < MOST) {
                path(name.asText()).ifPresent(paths::add);
            }
        }
        return List.copyOf(paths);
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
        ObjectNode root = SmallJson.object();
        put(root, CORPORA, corpora);
        put(root, MODELS, models);
        file.write(root);
    }

    private static void put(ObjectNode root, String name, List<Path> paths) {
        ArrayNode names = root.putArray(name);
        paths.forEach(path -> names.add(path.toString()));
    }
}
