package unroll.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import unroll.message.ProblemException;
import unroll.message.Reason;

/**
 * A file that is going to be written, judged before anything is read or computed: whether it can be written at all, and
 * whether something would be lost that nobody offered.
 *
 * @param option that names it, for sentences, for example {@code --out}
 * @param path as the user wrote it
 * @param replaceable what an existing file must be
 */
public record OutputFile(String option, Path path, Replaceable replaceable) {
    /**
     * What an existing file must be to be replaced. An empty file always may be.
     *
     * @param noun for the sentence "x is not …"
     * @param test holds for such files; looks at the first bytes, not at all of them
     */
    public record Replaceable(String noun, Predicate<Path> test) {}

    /** As many as Linux follows. */
    private static final int MAX_LINKS = 40;

    /** For what a user has agreed to have replaced whatever it is. */
    public static final Replaceable ANYTHING = new Replaceable("a file", file -> true);

    /**
     * Refuses outputs that cannot be written, that would replace an input or a file of another sort, and two that are
     * the same file, however they are spelled or linked.
     *
     * @param inputs files that are read, by what they are, for example "the file of --corpus"; they need not exist
     * @return the outputs
     * @throws ProblemException where there is one
     */
    public static List<OutputFile> check(Map<String, Path> inputs, List<OutputFile> outputs) {
        for (int i = 0; i < outputs.size(); i++) {
            OutputFile output = outputs.get(i);
            output.requireWritable();
            for (Map.Entry<String, Path> input : inputs.entrySet()) {
                output.requireOther(input.getKey(), input.getValue());
            }
            for (OutputFile earlier : outputs.subList(0, i)) {
                output.requireOther("the file of " + earlier.option, earlier.path);
            }
            output.requireReplaceable();
        }
        return outputs;
    }

    /**
     * Refuses what can be seen not to be writable as a file: a folder, a device, a missing folder, a protected file.
     *
     * @throws ProblemException where there is one
     */
    static void requireFile(Path file) {
        if (Files.isDirectory(file)) {
            throw Reason.FOLDER.exception(file, "a file name");
        }
        Optional<SpecialFile> special = SpecialFile.at(file);
        if (special.isPresent()) {
            throw Reason.OTHER_FILE.exception(file, special.get().noun(), "a file name");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Reason.NO_FOLDER.exception(file.getFileName(), String.valueOf(folder));
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw Reason.PROTECTED_FILE.exception(file);
        }
    }

    private void requireWritable() {
        requireFile(path);
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isWritable(folder)) {
            throw Reason.PROTECTED_FOLDER.exception(path.getFileName(), folder);
        }
    }

    /**
     * Whether two paths name one file, through links and different spellings; where there is no such file yet, whether
     * they would.
     */
    public static boolean isSame(Path one, Path other) throws IOException {
        if (Files.exists(one) && Files.exists(other)) {
            return Files.isSameFile(one, other);
        }
        return real(one).equals(real(other));
    }

    /** The path with all links followed, also one that leads to a file which does not exist yet. */
    static Path real(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        if (Files.exists(absolute)) {
            return absolute.toRealPath();
        }
        for (int links = 0; Files.isSymbolicLink(absolute); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            absolute = absolute.resolveSibling(Files.readSymbolicLink(absolute));
        }
        Path folder = absolute.getParent();
        return folder == null || !Files.isDirectory(folder)
                ? absolute.normalize()
                : folder.toRealPath().resolve(absolute.getFileName());
    }

    private void requireOther(String use, Path other) {
        try {
            if (isSame(path, other)) {
                throw Reason.SAME_FILE.exception(path, use, option);
            }
        } catch (IOException e) {
            throw WriteFailure.of(path, e);
        }
    }

    private void requireReplaceable() {
        if (Files.exists(path) && path.toFile().length() > 0 && !replaceable.test.test(path)) {
            throw Reason.OTHER_SORT_OF_FILE.exception(path, replaceable.noun, option);
        }
    }
}
