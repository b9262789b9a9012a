import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the program's installers for the system it runs on: an app image with a Java runtime of its own, that image as a portable
 * archive, the system's packages, and the SHA-256 of each. Maven starts this file with the JDK that builds the program
 * ({@code mvn -Pinstaller package}); docs/installing.md says what comes of it.
 */
final class InstallerBuild {
    private static final String NAME = "Unroll";
    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final boolean WINDOWS = SYSTEM.startsWith("windows");
    private static final boolean MAC = SYSTEM.startsWith("mac");
    private static final boolean LINUX = !WINDOWS && !MAC;

    /** From Java 25 on there is the ahead-of-time cache in one step, which goes wherever the app image goes. */
    private static final boolean AOT = Runtime.version().feature() >= 25;

    /** What jdeps cannot see, because it is found by name: texts' encodings, locale names, TLS of downloads. */
    private static final Set<String> SERVICE_MODULES = Set.of("jdk.charsets", "jdk.localedata", "jdk.crypto.ec");

    /** A binding of OpenBLAS that neither the program nor ND4J loads. */
    private static final String UNUSED_NATIVE = "jniopenblas_full";

    private final Path jar;
    private final List<Path> libraries;
    private final Path sources;
    private final Path work;
    private final String version;
    private final String natives;
    private final Set<String> types;

    private InstallerBuild(Path target, Path sources, String version, String natives, Set<String> types)
            throws IOException {
        jar = target.resolve("unroll.jar");
        libraries = librariesOf(jar);
        work = target.resolve("installer");
        this.sources = sources;
        this.version = version;
        this.natives = natives;
        this.types = types;
    }

    /**
     * Arguments: the folder target, the folder src/installer, the version, the classifier of the native libraries, and what to
     * make, divided by commas.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new InstallerBuild(
                        Path.of(arguments[0]),
                        Path.of(arguments[1]),
                        arguments[2],
                        arguments[3],
                        Set.of(arguments[4].split(",")))
                .run();
    }

    /** What the jar names as its class path: the folder may hold jars of earlier builds. */
    private static List<Path> librariesOf(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String names = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return Stream.of(names.split(" ")).map(jar::resolveSibling).toList();
        }
    }

    private void run() throws IOException, InterruptedException {
        delete(work);
        Path input = Files.createDirectories(work.resolve("input"));
        copyProgram(input);
        collectLicenses(input.resolve("licenses"));
        linkRuntime();
        Path image = appImage(input);
        new StartupArchive(image, launcherOptions()).record(work);
        if (types.contains("portable")) {
            portable(image);
        }
        packages(image);
        checksums();
    }

    /**
     * Copies the jars, with the native libraries beside them instead of within: nothing is unpacked at a user's first start then,
     * and the packers' own compression reaches them.
     */
    private void copyProgram(Path input) throws IOException {
        Files.copy(jar, input.resolve("unroll.jar"), StandardCopyOption.COPY_ATTRIBUTES);
        Path lib = Files.createDirectory(input.resolve("lib"));
        for (Path library : libraries) {
            String name = library.getFileName().toString();
            if (name.endsWith("-" + natives + ".jar")) {
                splitNatives(library, lib);
            } else {
                Files.copy(library, lib.resolve(name));
                if (name.startsWith("javafx-graphics-")) {
                    // JavaFX looks beside its jar first, but on Windows only within.
                    extractNatives(library, lib);
                }
            }
        }
        // A zip counts time in steps of two seconds, and the start-up archive is for jars of exactly one age.
        FileTime time = FileTime.from(Instant.ofEpochSecond(Instant.now().getEpochSecond() / 2 * 2));
        for (Path file : walk(input, Files::isRegularFile)) {
            Files.setLastModifiedTime(file, time);
        }
    }

    /** Copies a jar of native libraries without these, and puts them beside it. */
    private static void splitNatives(Path library, Path lib) throws IOException {
        extractNatives(library, lib);
        Path copy = lib.resolve(library.getFileName().toString());
        Files.copy(library, copy);
        try (FileSystem zip = FileSystems.newFileSystem(copy)) {
            for (Path file : walk(zip.getPath("/"), Files::isRegularFile)) {
                if (isNative(file) || file.toString().contains("/include/")) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void extractNatives(Path library, Path lib) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(library)) {
            for (Path file : walk(zip.getPath("/"), InstallerBuild::isNative)) {
                String name = file.getFileName().toString();
                if (!name.contains(UNUSED_NATIVE)) {
                    Path copy = lib.resolve(name);
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                    strip(copy);
                    if (name.startsWith("libopenblas.")) {
                        // ND4J's binding asks for it under this name; JavaCPP would make the copy in the user's home.
                        Files.copy(copy, lib.resolve(name.replace("openblas", "openblas_nolapack")));
                    }
                }
            }
        }
    }

    private static boolean isNative(Path file) {
        return file.toString().matches(".*\\.(so(\\.\\d+)*|dylib|dll)");
    }

    /** Removes the symbols that only a debugger reads; ND4J's library has 20 MB of them. */
    private static void strip(Path library) throws IOException {
        if (LINUX && isOnPath("strip")) {
            exec(List.of("strip", "--strip-unneeded", library.toString()));
        }
    }

    /** Copies what the jars say of their licenses, and the texts of those that say nothing. */
    private void collectLicenses(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path library : libraries) {
            String name = library.getFileName().toString().replaceFirst("\\.jar$", "");
            try (FileSystem zip = FileSystems.newFileSystem(library)) {
                for (Path file : walk(zip.getPath("/"), InstallerBuild::isLicense)) {
                    Path copy = folder.resolve(name).resolve(file.getFileName().toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        for (Path file : list(sources.resolve("licenses"))) {
            Files.copy(file, folder.resolve(file.getFileName().toString()));
        }
        Files.copy(sources.resolveSibling("../LICENSE").normalize(), folder.resolve("LICENSE"));
        Files.copy(
                sources.resolveSibling("../corpora/LICENSE-CORPORA.md").normalize(),
                folder.resolve("LICENSE-CORPORA.md"));
    }

    private static boolean isLicense(Path file) {
        return file.toString().matches("(?i).*/[^/]*(licen[sc]e|notice|copying)[^/.]*(\\.txt|\\.md)?");
    }

    private void linkRuntime() {
        StringWriter modules = new StringWriter();
        List<String> deps =
                new ArrayList<>(List.of("--multi-release", "17", "--ignore-missing-deps", "--print-module-deps"));
        deps.addAll(List.of("--class-path", classPath(), jar.toString()));
        tool("jdeps", modules, deps);
        Set<String> all = new TreeSet<>(Set.of(modules.toString().strip().split(",")));
        SERVICE_MODULES.stream()
                .filter(name -> ModuleFinder.ofSystem().find(name).isPresent())
                .forEach(all::add);
        print("Java modules: " + String.join(" ", all));
        tool(
                "jlink",
                new StringWriter(),
                List.of(
                        "--add-modules",
                        String.join(",", all),
                        "--strip-debug",
                        "--no-man-pages",
                        "--no-header-files",
                        "--output",
                        work.resolve("runtime").toString()));
    }

    private String classPath() {
        return libraries.stream().map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
    }

    /** What the launcher hands to Java, with $APPDIR for the folder of the program's jar. */
    private static List<String> launcherOptions() {
        List<String> options = new ArrayList<>(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.library.path=$APPDIR/lib",
                "-Dorg.bytedeco.javacpp.pathsFirst=true",
                "-Dorg.bytedeco.javacpp.cacheLibraries=false",
                // An archive that does not fit is a slower start, and no matter for the user.
                "-Xlog:disable",
                "-Xlog:all=error:stderr"));
        if (AOT) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        options.add(StartupArchive.OPTION);
        return options;
    }

    private Path appImage(Path input) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image", "--name", NAME));
        arguments.addAll(List.of("--app-version", packageVersion(), "--vendor", NAME, "--icon", icon()));
        arguments.addAll(
                List.of("--input", input.toString(), "--main-jar", "unroll.jar", "--main-class", "unroll.Main"));
        arguments.addAll(List.of("--runtime-image", work.resolve("runtime").toString()));
        arguments.addAll(List.of("--dest", work.resolve("image").toString()));
        launcherOptions().forEach(option -> arguments.addAll(List.of("--java-options", option)));
        if (WINDOWS) {
            // The window's launcher has no console there.
            Path console = Files.writeString(work.resolve("console.properties"), "win-console=true\n");
            arguments.addAll(List.of("--add-launcher", "unroll-cli=" + console));
        }
        tool("jpackage", new StringWriter(), arguments);
        return list(work.resolve("image")).get(0);
    }

    /** macOS takes no version below 1. */
    private String packageVersion() {
        return MAC && version.startsWith("0.") ? "1" + version.substring(1) : version;
    }

    private String icon() {
        return sources.resolve("icon/unroll." + (WINDOWS ? "ico" : MAC ? "icns" : "png"))
                .toString();
    }

    private void packages(Path image) throws IOException {
        if (WINDOWS && types.contains("msi")) {
            jpackage(image, "msi", "--win-per-user-install", "--win-menu", "--win-dir-chooser");
        }
        if (MAC && types.contains("dmg")) {
            jpackage(image, "dmg");
        }
        if (LINUX) {
            if (types.contains("deb") && isOnPath("dpkg-deb")) {
                linuxPackage(image, "deb", "libgtk-3-0, libgl1, libxtst6, libxxf86vm1");
            }
            if (types.contains("rpm") && isOnPath("rpmbuild")) {
                linuxPackage(image, "rpm", "gtk3, libglvnd-glx, libXtst, libXxf86vm");
            }
        }
    }

    private void linuxPackage(Path image, String type, String dependencies) throws IOException {
        Path resources = Files.createDirectories(work.resolve("resources-" + type));
        // The file that was opened in a file manager.
        Files.writeString(
                resources.resolve(NAME + ".desktop"),
                replace(template("template.desktop"), "Exec=APPLICATION_LAUNCHER\n", "Exec=APPLICATION_LAUNCHER %f\n"));
        if (type.equals("deb")) {
            Files.writeString(resources.resolve("postinst"), withInstallCommands(template("template.postinst")));
            Files.writeString(resources.resolve("prerm"), withRemovalCommands(template("template.prerm")));
        } else {
            String spec = withRemovalCommands(
                    withInstallCommands(replace(template("template.spec"), "APPLICATION_LICENSE_TYPE", "Apache-2.0")));
            // Half the size of jpackage's own gzip.
            Files.writeString(resources.resolve("unroll.spec"), "%define _binary_payload w6T0.xzdio\n" + spec);
        }
        jpackage(
                image,
                type,
                "--linux-shortcut",
                "--linux-package-name",
                "unroll",
                "--linux-menu-group",
                "Education;Science;",
                "--linux-package-deps",
                dependencies,
                "--resource-dir",
                resources.toString());
    }

    /** A script of jpackage's own, from the JDK. */
    private static String template(String name) throws IOException {
        return Files.readString(FileSystems.getFileSystem(URI.create("jrt:/"))
                .getPath("modules/jdk.jpackage/jdk/jpackage/internal/resources", name));
    }

    private String withInstallCommands(String script) throws IOException {
        String mark = "DESKTOP_COMMANDS_INSTALL\n";
        return replace(script, mark, command("after-install.sh"));
    }

    private String withRemovalCommands(String script) throws IOException {
        String mark = "DESKTOP_COMMANDS_UNINSTALL\n";
        return replace(script, mark, command("before-removal.sh"));
    }

    private String command(String file) throws IOException {
        return Files.readString(sources.resolve("linux").resolve(file));
    }

    private static String replace(String script, String mark, String commands) {
        if (!script.contains(mark)) {
            throw new IllegalStateException("A script of this JDK's jpackage has no line " + mark.strip() + ".");
        }
        return script.replace(mark, commands);
    }

    private void jpackage(Path image, String type, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--type", type, "--app-image", image.toString()));
        arguments.addAll(List.of("--name", NAME, "--app-version", packageVersion(), "--vendor", NAME));
        arguments.addAll(List.of("--description", "A desktop laboratory for character-level recurrent networks"));
        arguments.addAll(List.of("--dest", work.toString()));
        for (Path associations : list(sources.resolve("associations"))) {
            // On Windows an association takes a kind of file over, and JSON files belong to others there.
            if (!WINDOWS || !associations.endsWith("lesson.properties")) {
                arguments.addAll(List.of("--file-associations", associations.toString()));
            }
        }
        arguments.addAll(List.of(more));
        tool("jpackage", new StringWriter(), arguments);
    }

    /**
     * The app image in a folder that can be carried about: a zip on Windows, where everybody can open one, and elsewhere a
     * tar.xz, which is a third smaller and keeps times and permissions.
     */
    private void portable(Path image) throws IOException {
        String file = work.resolve("unroll-%s-%s".formatted(version, natives)).toString();
        if (WINDOWS) {
            zip(image, Path.of(file + ".zip"));
        } else {
            String folder = image.getFileName().toString();
            exec(List.of(
                    "tar", "-cJf", file + ".tar.xz", "-C", image.getParent().toString(), folder));
        }
    }

    /** A zip whose files keep their times. */
    private static void zip(Path image, Path zip) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            for (Path file : walk(image, Files::isRegularFile)) {
                Path copy = files.getPath(image.getParent().relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                Files.setLastModifiedTime(copy, Files.getLastModifiedTime(file));
            }
        }
    }

    private void checksums() throws IOException {
        StringBuilder sums = new StringBuilder();
        for (Path file : list(work)) {
            if (Files.isRegularFile(file) && file.toString().matches(".*\\.(zip|tar\\.xz|deb|rpm|msi|dmg)")) {
                String line = sha256(file) + "  " + file.getFileName();
                sums.append(line).append('\n');
                print("%s  %.1f MB".formatted(line, Files.size(file) / 1e6));
            }
        }
        Files.writeString(work.resolve("SHA256SUMS"), sums);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What makes the start fast: from Java 25 on, an ahead-of-time cache, written here by starting the program once. Before, a
     * class archive holds only where the jars lie when it is written, so the list of classes travels instead, and the Linux
     * packages write the archive while they are installed.
     */
    private record StartupArchive(Path image, List<String> options) {
        static final String OPTION =
                AOT ? "-XX:AOTCache=$APPDIR/unroll.aot" : "-XX:SharedArchiveFile=$APPDIR/unroll.jsa";

        void record(Path work) throws IOException, InterruptedException {
            Path java = find("bin/java" + (WINDOWS ? ".exe" : ""));
            Path app = find("unroll.jar").getParent();
            Path written = AOT ? app.resolve("unroll.aot") : app.resolve("unroll.classes");
            List<String> command = new ArrayList<>(List.of(java.toString()));
            options.stream()
                    .filter(option -> !option.equals(OPTION))
                    .map(option -> option.replace("$APPDIR", app.toString()))
                    .forEach(command::add);
            command.add((AOT ? "-XX:AOTCacheOutput=" : "-XX:DumpLoadedClassList=") + written);
            command.add("-Dunroll.home=" + Files.createDirectories(work.resolve("home")));
            command.addAll(List.of("-cp", classPath(app), "unroll.Main"));
            try (Screen screen = Screen.open()) {
                if (screen.isThere()) {
                    runWindow(command, screen, work.resolve("window.txt"));
                } else {
                    print("There is no screen and no Xvfb: the start of the window is not made faster.");
                    command.addAll(List.of("train", "--steps", "20", "--quiet"));
                    exec(command);
                }
            }
            if (!Files.exists(written)) {
                throw new IllegalStateException("Java wrote no " + written + ".");
            }
        }

        /** Leaves the window open for some seconds, in which it also warms up, and ends the program in the ordinary way. */
        private static void runWindow(List<String> command, Screen screen, Path log)
                throws IOException, InterruptedException {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            screen.setOn(builder.environment());
            Process program = builder.start();
            if (program.waitFor(15, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The program ended by itself; see " + log + ".");
            }
            if (WINDOWS) {
                exec(List.of("taskkill", "/PID", Long.toString(program.pid())));
            } else {
                program.destroy();
            }
            if (!program.waitFor(2, TimeUnit.MINUTES)) {
                program.destroyForcibly();
                throw new IllegalStateException("The program did not end within two minutes.");
            }
        }

        /** The launcher's own: an archive holds for one order of the jars. */
        private String classPath(Path app) throws IOException {
            String mark = "app.classpath=";
            return Files.readAllLines(app.resolve(NAME + ".cfg")).stream()
                    .filter(line -> line.startsWith(mark))
                    .map(line -> line.substring(mark.length()).replace("$APPDIR", app.toString()))
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        }

        private Path find(String end) throws IOException {
            return walk(image, file -> file.endsWith(Path.of(end))).get(0);
        }
    }

    /** The screen that is there, or a virtual one while this is open. */
    private record Screen(String display, List<Process> server) implements AutoCloseable {
        static Screen open() throws IOException {
            String present = System.getenv("DISPLAY");
            if (!LINUX || present != null) {
                return new Screen(present == null ? "" : present, List.of());
            }
            if (!isOnPath("Xvfb")) {
                return new Screen("", List.of());
            }
            Process server = new ProcessBuilder(
                            "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader number = server.inputReader();
            return new Screen(":" + number.readLine(), List.of(server));
        }

        boolean isThere() {
            return !LINUX || !display.isEmpty();
        }

        void setOn(Map<String, String> environment) {
            if (LINUX) {
                environment.put("DISPLAY", display);
            }
        }

        @Override
        public void close() {
            server.forEach(Process::destroy);
        }
    }

    private static void tool(String name, StringWriter output, List<String> arguments) {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("This JDK has no " + name + "; a full JDK has."));
        PrintWriter writer = new PrintWriter(output, true);
        if (tool.run(writer, new PrintWriter(System.err, true), arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(name + " failed: " + output);
        }
    }

    private static void exec(List<String> command) throws IOException {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(command.get(0) + " ended with code " + code + ".");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> walk(Path folder, Predicate<Path> predicate) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(predicate).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> files = new ArrayList<>(walk(folder, file -> true));
            for (int i = files.size() - 1; i >= 0; i--) {
                Files.delete(files.get(i));
            }
        }
    }

    private static void print(String message) {
        System.out.println(message);
    }
}
