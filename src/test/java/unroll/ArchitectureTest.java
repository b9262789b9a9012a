package unroll;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell;
import unroll.matrix.Activations;
import unroll.network.Softmax;
import unroll.network.Stepper;
import unroll.network.Unroll;

/** Holds the arrows of docs/architecture.md and the names of types, by reading class files. */
class ArchitectureTest {
    private static final JavaClasses UNROLL = new ClassFileImporter()
            .importUrl(Cell.class.getProtectionDomain().getCodeSource().getLocation());

    private static final Set<String> BELOW_TASK = Set.of("corpus", "network", "cell", "matrix");
    private static final Set<String> BELOW_TRAIN = with(BELOW_TASK, "task");
    private static final Set<String> BELOW_SESSION =
            with(BELOW_TRAIN, "reference", "train", "sample", "lens", "checkpoint", "settings", "plot");
    private static final Set<String> BELOW_SWEEP = with(BELOW_SESSION, "session");
    private static final Set<String> BELOW_UI = with(BELOW_SWEEP, "sweep");

    /**
     * Names of JavaFX's that this program has too: an LSTM cell, the task a network learns, and the axis of a chart are
     * called so wherever they are written about, and a builder is one in all of Java.
     */
    private static final Set<String> WORDS_OF_THE_FIELD = Set.of("Cell", "Task", "Axis", "Builder");

    /** Of types, also nested ones: pictures, participles, and words that fit everything. */
    private static final Set<String> NOT_NAMES = Set.of(("Allowed Answer Artist Asked Begun Bench Beside Blanks Choices"
                    + " Commission Curtain Dashes Desk Ending Entrant Examined Examiner Faults Found Given Ground Guide Heat"
                    + " Inks Inspection Interrupt Itinerary Judge Kept Kind Lane Largest LayerBelow LayerPart Leftovers Light"
                    + " Likeliest Lineup Look Material Missing Moment Moments Narrator Occasion Opened Outlets Part Place"
                    + " Places Pulse Reached Read Room Rows Scenery Seal Setup SetUp Settled Sheet Shown Sources Strip"
                    + " Switchboard SymbolInput TaskChoice Team Thinned Thinning Tones Tower Walk Wanted Watched Way Ways"
                    + " Words Workshop Written")
            .split(" "));

    /** What every package may use, and which use none. */
    private static final Set<String> BOTTOM = Set.of("files", "message");

    /** What each package may use beside itself and the bottom. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("message", Set.of()),
            Map.entry("matrix", Set.of()),
            Map.entry("files", Set.of("message")),
            Map.entry("plot", Set.of()),
            Map.entry("corpus", Set.of()),
            Map.entry("cell", Set.of("matrix")),
            Map.entry("network", Set.of("cell", "matrix")),
            Map.entry("reference", Set.of("network", "cell", "matrix")),
            Map.entry("task", BELOW_TASK),
            Map.entry("train", BELOW_TRAIN),
            Map.entry("sample", BELOW_TRAIN),
            Map.entry("lens", with(BELOW_TRAIN, "reference", "sample")),
            Map.entry("checkpoint", with(BELOW_TRAIN, "train")),
            Map.entry("settings", with(BELOW_TRAIN, "train")),
            Map.entry("session", BELOW_SESSION),
            Map.entry("sweep", BELOW_SWEEP),
            Map.entry("cli", BELOW_UI),
            Map.entry("ui", BELOW_UI));

    /** What each package of the session may use of the others; the session itself, its lessons and its reports may use all. */
    private static final Map<String, Set<String>> SESSION_ARROWS = Map.of(
            "background", Set.of(),
            "data", Set.of(),
            "model", Set.of("data"),
            "history", Set.of("background", "model"),
            "run", Set.of("background", "data", "model", "history"),
            "race", Set.of("data", "model", "run"),
            "state", Set.of("background", "data", "model", "history", "run", "race"));

    /** What of these packages is for the session alone. */
    private static final Set<String> OWN = Set.of(
            "TrainerLoop",
            "DaemonThread",
            "Learner",
            "TrainerFactory",
            "Autosave",
            "History",
            "Run",
            "RaceRun",
            "Competitor",
            "Model",
            "SessionState",
            "SessionStore",
            "ModelLifecycle");

    /** No console here: what goes wrong travels as an exception, what happens as an event. */
    private static final String[] SILENT = packages(with(BELOW_UI, BOTTOM.toArray(String[]::new)).stream());

    /** No clock and no thread here: the same call gives the same result, whenever and wherever. */
    private static final String[] TIMELESS = packages(BELOW_SESSION.stream()
            .filter(name -> !Set.of("train", "matrix", "files").contains(name)));

    private static final List<String> CONSOLE = List.of("System.out", "System.err", "Throwable.printStackTrace()");

    private static final List<String> CLOCKS_AND_THREADS = List.of(
            "System.nanoTime",
            "System.currentTimeMillis",
            "Instant.now",
            "LocalDateTime.now",
            "ZonedDateTime.now",
            "Clock.systemUTC",
            "Clock.systemDefaultZone",
            "Thread.<init>",
            "Thread.start",
            "Executors.newFixedThreadPool",
            "Executors.newCachedThreadPool",
            "Executors.newSingleThreadExecutor",
            "Executors.newScheduledThreadPool",
            "ThreadPoolExecutor.<init>",
            "ForkJoinPool.<init>",
            "ForkJoinPool.commonPool",
            "CompletableFuture.runAsync",
            "CompletableFuture.supplyAsync",
            "Collection.parallelStream",
            "BaseStream.parallel");

    static Stream<String> packagesWithArrows() {
        return ARROWS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packagesWithArrows")
    void arrowsPointDownwards(String from) {
        String[] forbidden = packages(ARROWS.keySet().stream()
                .filter(name -> !name.equals(from) && !ARROWS.get(from).contains(name))
                .filter(name -> !BOTTOM.contains(name) || BOTTOM.contains(from)));

        noClasses()
                .that()
                .resideInAPackage("unroll." + from + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden).or(describe("Main", c -> inRoot(c))))
                .allowEmptyShould(true)
                .check(UNROLL);
    }

    static Stream<String> packagesOfTheSession() {
        return SESSION_ARROWS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packagesOfTheSession")
    void arrowsPointDownwardsWithinTheSession(String from) {
        Set<String> allowed = with(SESSION_ARROWS.get(from), from);

        noClasses()
                .that()
                .resideInAPackage("unroll.session." + from)
                .should()
                .dependOnClassesThat(describe(
                        "the rest of the session",
                        c -> c.getPackageName().startsWith("unroll.session")
                                && allowed.stream()
                                        .noneMatch(name -> c.getPackageName().equals("unroll.session." + name))))
                .check(UNROLL);
    }

    /** Runs, learners and what keeps them belong to the trainer's thread; whoever is above speaks to the session. */
    @Test
    void nobodyReachesPastTheSession() {
        noClasses()
                .that()
                .resideInAnyPackage("unroll.ui..", "unroll.cli..")
                .should()
                .dependOnClassesThat(describe(
                        "the session's own",
                        c -> c.getPackageName().startsWith("unroll.session") && OWN.contains(c.getSimpleName())))
                .check(UNROLL);
    }

    @Test
    void everyPackageHasItsArrows() {
        Set<String> packages = UNROLL.stream()
                .filter(c -> !inRoot(c))
                .map(c -> c.getPackageName().split("\\.")[1])
                .collect(Collectors.toSet());

        assertThat(ARROWS.keySet()).as("packages with arrows").containsAll(packages);
    }

    /** Top-level types have names of their own, and no nested type repeats one. */
    @Test
    void everyTypeHasANameOfItsOwn() {
        Map<String, Long> topLevel = types().filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));

        assertThat(topLevel).allSatisfy((name, count) -> assertThat(count).isEqualTo(1));
        assertThat(typesNamed(topLevel.keySet()).filter(name -> name.contains("$")))
                .as("nested types named like another at the top")
                .isEmpty();
    }

    /** Neither top-level nor nested: a reader would have to look at the imports to know which is meant. */
    @Test
    void noTypeIsNamedLikeOneOfJavaFxOrJavaLang() throws IOException {
        Set<String> taken = new HashSet<>(publicTypes(Path.of(URI.create("jrt:/java.base")), "java/lang", 1));
        for (Class<?> known : List.of(Observable.class, Node.class, Button.class)) {
            String jar =
                    known.getProtectionDomain().getCodeSource().getLocation().toString();
            try (FileSystem files = FileSystems.newFileSystem(Path.of(URI.create(jar)))) {
                taken.addAll(publicTypes(files.getPath("/"), "javafx", Integer.MAX_VALUE));
            }
        }
        assertThat(taken).contains("String", "ObservableValue", "Stage", "TableView");
        taken.removeAll(WORDS_OF_THE_FIELD);

        assertThat(typesNamed(taken)).isEmpty();
    }

    /** Simple names of the public top-level types of a package and of those so far below it. */
    private static Set<String> publicTypes(Path root, String folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(folder), depth)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.endsWith("-info.class"))
                    .map(file -> type(file.replace(".class", "").replace('/', '.')))
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .map(Class::getSimpleName)
                    .collect(Collectors.toSet());
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Node.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** A picture, a participle or a word that fits everything does not say what a type is. */
    @Test
    void noTypeIsNamedForAPicture() {
        assertThat(typesNamed(NOT_NAMES)).isEmpty();
    }

    private static Stream<String> typesNamed(Set<String> names) {
        return types().filter(c -> names.contains(c.getSimpleName())).map(JavaClass::getFullName);
    }

    /** All with a name: neither anonymous ones nor what stands for a package. */
    private static Stream<JavaClass> types() {
        return UNROLL.stream()
                .filter(c -> !c.getSimpleName().isEmpty() && !c.getSimpleName().equals("package-info"));
    }

    @Test
    void onlyMatrixAndTheReferenceKnowNd4j() {
        noClasses()
                .that()
                .resideOutsideOfPackages("unroll.matrix..", "unroll.reference..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.bytedeco..")
                .check(UNROLL);
    }

    /** The engine and the reference network check one another, so neither may use the other's mathematics. */
    @Test
    void theReferenceSharesNoMathematicsWithTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("unroll.reference..")
                .should()
                .accessTargetWhere(accessTo(List.of("Cell.forward", "Cell.backward")))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Activations.class, Softmax.class, Stepper.class, Unroll.class)
                .check(UNROLL);
    }

    @Test
    void onlyTheWindowKnowsJavaFx() {
        noClasses()
                .that()
                .resideOutsideOfPackage("unroll.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..", "org.kordamp..", "org.fxmisc..")
                .check(UNROLL);
    }

    @Test
    void theEngineIsSilent() {
        noClasses()
                .that()
                .resideInAnyPackage(SILENT)
                .should()
                .accessTargetWhere(accessTo(CONSOLE))
                .check(UNROLL);
    }

    @Test
    void theEngineReadsNoClockAndStartsNoThread() {
        noClasses()
                .that()
                .resideInAnyPackage(TIMELESS)
                .should()
                .accessTargetWhere(accessTo(CLOCKS_AND_THREADS))
                .check(UNROLL);
    }

    /** It may have a single thread, and that may wait for what another part of the program would do there. */
    @Test
    void nothingIsDoneInThePoolThatAllOfJavaShares() {
        noClasses()
                .should()
                .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
                .orShould()
                .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
                .orShould()
                .callMethod(CompletableFuture.class, "defaultExecutor")
                .orShould()
                .callMethod(ForkJoinPool.class, "commonPool")
                .check(UNROLL);
    }

    @Test
    void nothingUsesJavaSerialization() {
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "object streams",
                        c -> c.isEquivalentTo(ObjectInputStream.class) || c.isEquivalentTo(ObjectOutputStream.class)))
                .check(UNROLL);
    }

    @Test
    void runLaterIsCalledFromOneClassOnly() {
        Set<String> callers = UNROLL.stream()
                .flatMap(c -> c.getAccessesFromSelf().stream())
                .filter(access -> isAccessTo(access, "Platform.runLater"))
                .map(access -> access.getOriginOwner().getFullName().replaceAll("\\$.*", ""))
                .collect(Collectors.toSet());

        assertThat(callers).as("classes that call Platform.runLater").hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void cellsArePointwiseMathematicsWithoutMatrices() {
        classes()
                .that()
                .resideInAPackage("unroll.cell..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("unroll.cell..", "unroll.message..", "java..", "org.jspecify..")
                                .or(describe("Activations", c -> c.getFullName().equals("unroll.matrix.Activations")))
                                .or(describe("arrays and numbers", c -> c.isPrimitive() || c.isArray())))
                .check(UNROLL);
    }

    /** Accesses to these members, each as "SimpleName.member", or "SimpleName.method()" for the one without arguments. */
    private static DescribedPredicate<JavaAccess<?>> accessTo(List<String> members) {
        return describe(
                String.join(", ", members), access -> members.stream().anyMatch(member -> isAccessTo(access, member)));
    }

    /** Also where the member is inherited, as exceptions inherit printStackTrace. */
    private static boolean isAccessTo(JavaAccess<?> access, String member) {
        AccessTarget to = access.getTarget();
        int dot = member.indexOf('.');
        String name = member.substring(dot + 1);
        boolean named = name.endsWith("()")
                ? to.getFullName().endsWith("." + name)
                : to.getName().equals(name);
        return named
                && Stream.concat(Stream.of(to.getOwner()), ancestors(to.getOwner()))
                        .anyMatch(c -> c.getSimpleName().equals(member.substring(0, dot)));
    }

    private static Stream<JavaClass> ancestors(JavaClass c) {
        return Stream.concat(c.getAllRawSuperclasses().stream(), c.getAllRawInterfaces().stream());
    }

    private static boolean inRoot(JavaClass c) {
        return c.getPackageName().equals("unroll");
    }

    private static Set<String> with(Set<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static String[] packages(Stream<String> names) {
        return names.map(name -> "unroll." + name + "..").toArray(String[]::new);
    }
}
