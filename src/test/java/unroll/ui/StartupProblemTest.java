package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.HeadlessException;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JavaFX 22 and 25 throw and print where they cannot start, as seen on Debian 12. */
class StartupProblemTest {
    private static final RuntimeException NO_TOOLKIT = new RuntimeException("No toolkit found");

    private static String sentence(Throwable thrown, String printed) {
        String sentence = StartupProblem.sentence(thrown, printed, ":7");
        assertThat(sentence).hasSizeLessThan(350).endsWith(".").doesNotContain("\n", "Exception", "\tat ");
        return sentence;
    }

    @Test
    void noDisplayIsNamed() {
        Throwable thrown = new UnsupportedOperationException("Unable to open DISPLAY");

        assertThat(StartupProblem.sentence(thrown, "", null)).contains("DISPLAY is not set", "--help");
        assertThat(StartupProblem.sentence(thrown, "", "")).contains("DISPLAY is not set");
        assertThat(sentence(thrown, "")).contains("the display :7 does not answer");
    }

    @Test
    void headlessJavaHasNoScreenEither() {
        assertThat(StartupProblem.sentence(new HeadlessException(), "", null)).contains("there is no display");
    }

    @Test
    void missingSystemLibrariesAreNamedWithTheirPackages() {
        Throwable noGtk = new UnsupportedOperationException("Unable to load glass GTK library.");
        Throwable noGl = new UnsatisfiedLinkError(
                "/home/a/.openjfx/cache/22.0.2+4/amd64/libprism_es2.so: libGL.so.1: cannot open shared object file: No such file or directory");

        assertThat(sentence(noGtk, "")).contains("GTK 3", "apt install libgtk-3-0", "dnf install gtk3");
        assertThat(sentence(new RuntimeException(noGl), "")).contains("libGL.so.1", "libgl1", "libglvnd-glx");
    }

    @ParameterizedTest
    @CsvSource({
        "libprism_sw.so: failed to map segment from shared object, failed to map segment from shared object",
        "Error copying library libprism_sw.so to cache: No space left on device, No space left on device",
        "Error copying library libglass.so to cache: Read-only file system, Read-only file system"
    })
    void aFolderForLibrariesThatIsOfNoUseIsExplained(String printed, String reason) {
        assertThat(sentence(NO_TOOLKIT, "Loading library prism_sw from resource failed: " + printed))
                .contains(reason, "-Djavafx.cachedir=FOLDER", "-Dorg.bytedeco.javacpp.cachedir=FOLDER");
    }

    @Test
    void aJarOfAnotherSystemIsTold() {
        assertThat(sentence(new NoClassDefFoundError("javafx/application/Application"), ""))
                .contains(System.getProperty("os.name"), "mvn -Pall-platforms package");
        assertThat(sentence(NO_TOOLKIT, "")).contains("mvn -Pall-platforms package");
    }

    @Test
    void theRootOfOtherFailuresIsTold() {
        Throwable root = new IllegalStateException("The scene has no root");
        Throwable thrown =
                new RuntimeException("Exception in Application start method", new InvocationTargetException(root));

        assertThat(StartupProblem.sentence(thrown, "", ":7"))
                .contains("(The scene has no root)", "-Djavafx.verbose=true")
                .doesNotContain("Application start method");
    }
}
