package unroll.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;
import unroll.files.AtomicFile;

/**
 * A folder that the driver and all executors see: on a disk they share, in HDFS or in an object store. Files appear whole or not
 * at all.
 *
 * @param location a path or a URI
 * @param configuration how file systems are reached
 */
record SharedFolder(String location, SerializableConfiguration configuration) implements Serializable {
    /** The same for everybody, whatever folder a process was started in. */
    static SharedFolder of(String location, SerializableConfiguration configuration) throws IOException {
        Path path = new Path(location);
        Path absolute = path.getFileSystem(configuration.value()).makeQualified(path);
        return new SharedFolder(absolute.toString(), configuration);
    }

    private FileSystem fileSystem() throws IOException {
        return new Path(location).getFileSystem(configuration.value());
    }

    /** Where a file of this folder is. */
    Path path(String name) {
        return new Path(location, name);
    }

    /** Writes a file or replaces it, whoever else may do so at the same time. */
    void write(String name, byte[] bytes) throws IOException {
        Path target = path(name);
        if ("file".equals(target.toUri().getScheme())) {
            // Hadoop deletes a local file before it renames the other.
            java.nio.file.Path file = java.nio.file.Path.of(target.toUri().getPath());
            Files.createDirectories(file.resolveSibling(""));
            AtomicFile.write(file, out -> out.write(bytes));
            return;
        }
        Path temporary = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID());
        try (OutputStream out = fileSystem().create(temporary, true)) {
            out.write(bytes);
        }
        FileContext.getFileContext(target.toUri(), configuration.value())
                .rename(temporary, target, Options.Rename.OVERWRITE);
    }

    boolean contains(String name) throws IOException {
        return fileSystem().exists(path(name));
    }

    byte[] read(String name) throws IOException {
        try (var in = fileSystem().open(path(name))) {
            return in.readAllBytes();
        }
    }

    /** Deletes the folders of a folder in this one, but one. */
    void deleteAllBut(String kept, String folder) throws IOException {
        FileSystem files = fileSystem();
        files.mkdirs(path(folder));
        for (FileStatus found : files.listStatus(path(folder))) {
            if (!found.getPath().getName().equals(path(kept).getName())) {
                files.delete(found.getPath(), true);
            }
        }
    }

    /** All files of a folder in this one put under one another. */
    String readAll(String folder) throws IOException {
        FileSystem files = fileSystem();
        files.mkdirs(path(folder));
        StringBuilder all = new StringBuilder();
        for (FileStatus file :
                files.listStatus(path(folder), found -> !found.getName().startsWith("."))) {
            byte[] bytes = read(folder + "/" + file.getPath().getName());
            all.append(new String(bytes, StandardCharsets.UTF_8));
        }
        return all.toString();
    }
}
