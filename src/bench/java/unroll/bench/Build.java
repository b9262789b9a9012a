package unroll.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * What {@code mvn -Pbench package} has made.
 *
 * @param folder {@code target/bench} below the project's folder
 */
record Build(Path folder) {
    private static final Path FOLDER = Path.of("target", "bench");

    /** @throws SuiteException where it is not below the working directory */
    static Build here() {
        Build build = new Build(FOLDER);
        if (!Files.isRegularFile(build.program())) {
            throw new SuiteException(
                    "There is no %s here; start the benchmarks in the project's folder after \"mvn -q -Pbench package\"."
                            .formatted(build.program()));
        }
        return build;
    }

    /** The program itself, as the normal build makes it. */
    Path program() {
        return folder.resolve("unroll.jar");
    }

    /** This suite. */
    Path suite() {
        return folder.resolve("unroll-suite.jar");
    }

    /** The compiled classes, for a process that must not see the libraries that the jars name. */
    Path classes() {
        return folder.resolve("classes");
    }

    /** The libraries in a folder of the build, in the order of their names. */
    Stream<Path> jars(String name) {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new SuiteException("The libraries in %s cannot be listed.".formatted(folder.resolve(name)), e);
        }
    }

    /** A command that starts the Java this process runs on. */
    List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** The version of DL4J that the suite was built with. */
    String dl4jVersion() {
        try (InputStream manifest = Build.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            String version = new Manifest(manifest).getMainAttributes().getValue("DL4J-Version");
            if (version == null) {
                throw new SuiteException("Start the suite from its jar, %s.".formatted(suite()));
            }
            return version;
        } catch (IOException e) {
            throw new SuiteException("The suite's manifest cannot be read.", e);
        }
    }
}
