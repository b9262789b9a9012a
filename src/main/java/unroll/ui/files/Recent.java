package unroll.ui.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.ui.desk.Memory;

/** The files that were opened or saved last, newest first. */
public final class Recent {
    private static final int MOST = 10;
    private static final String FILES = "recent";
    private static final String FOLDER = "folder";
    private static final String LINE = "\n";

    private final Memory memory;

    public Recent(Memory memory) {
        this.memory = memory;
    }

    public List<Path> files() {
        return memory.recall(FILES).stream()
                .flatMap(lines -> lines.lines())
                .filter(line -> !line.isBlank())
                .map(Path::of)
                .toList();
    }

    public void add(Path file) {
        List<Path> now = new ArrayList<>(files());
        Path added = file.toAbsolutePath().normalize();
        now.remove(added);
        now.add(0, added);
        memory.remember(
                FILES,
                String.join(LINE, now.stream().limit(MOST).map(Path::toString).toList()));
    }

    public void clear() {
        memory.remember(FILES, "");
    }

    /** Where the last file dialog ended, if that folder still is. */
    Optional<Path> folder() {
        return memory.recall(FOLDER).map(Path::of).filter(Files::isDirectory);
    }

    void folder(Path folder) {
        memory.remember(FOLDER, folder.toString());
    }
}
