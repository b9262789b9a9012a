package unroll.session;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/**
 * What the window remembers between two starts (zoom, theme, smoothing ...), as names and texts. Kept in a small file; a
 * damaged one reads as empty. Thread-safe; no caller waits for the disk.
 */
public final class Preferences {
    private static final String SNAPSHOTS = "moments";
    private static final String RECORDED = "kept";
    private static final String NOT_RECORDED = "not kept";

    private final SmallJson file;
    private final SortedMap<String, String> values = new TreeMap<>();

    /** @param writer does the writing */
    Preferences(Path file, Executor writer) {
        this.file = new SmallJson(file, writer);
        this.file.read().forEach((name, value) -> {
            if (value instanceof String text) {
                values.put(name, text);
            }
        });
    }

    /** The value of this name, or the other one where it was never set. */
    public synchronized String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** The number of this name, or the other one where it was never set or is no number. */
    public double get(String name, double otherwise) {
        try {
            return Double.parseDouble(get(name, ""));
        } catch (NumberFormatException unset) {
            return otherwise;
        }
    }

    /** Whether snapshots of runs are recorded, which they are unless somebody has said otherwise. */
    public boolean recordsSnapshots() {
        return !get(SNAPSHOTS, "").equals(NOT_RECORDED);
    }

    public void recordSnapshots(boolean recorded) {
        put(SNAPSHOTS, recorded ? RECORDED : NOT_RECORDED);
    }

    /** Remembers a value; it reaches the disk soon. */
    public synchronized void put(String name, String value) {
        if (!value.equals(values.put(name, value))) {
            file.write(new TreeMap<>(values));
        }
    }
}
