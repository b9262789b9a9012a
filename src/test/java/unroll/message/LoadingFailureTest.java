package unroll.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadingFailureTest {
    @Test
    void aLibraryThatIsNowhereMeansAnotherSystem() {
        UnsatisfiedLinkError root = new UnsatisfiedLinkError("no jniopenblas_nolapack in java.library.path: /usr/lib");
        LinkageError thrown = new ExceptionInInitializerError(root);

        assertThat(LoadingFailure.sentence(thrown))
                .contains(System.getProperty("os.arch"), "-Pall-platforms")
                .doesNotContain("/usr/lib");
        assertThat(LoadingFailure.sentence(
                        new UnsatisfiedLinkError("Could not find jnind4jcpu in class, module, and library paths.")))
                .contains("-Pall-platforms");
    }

    @Test
    void aLibraryThatCannotBeMappedNamesTheReasonAndTheProperty() {
        assertThat(LoadingFailure.sentence(
                        new UnsatisfiedLinkError("/h/libjnijavacpp.so: failed to map segment from shared object")))
                .contains("(/h/libjnijavacpp.so: failed to map segment from shared object)")
                .contains("-Dorg.bytedeco.javacpp.cachedir=FOLDER");
    }

    /** What Java throws when the class is used a second time. */
    @Test
    void theSecondAttemptTellsTheFirstReason() {
        NoClassDefFoundError second =
                new NoClassDefFoundError("Could not initialize class org.nd4j.linalg.factory.Nd4j");
        second.initCause(new ExceptionInInitializerError(
                "Exception java.lang.UnsatisfiedLinkError: /h/a.so: failed to map segment [in thread \"main\"]"));

        assertThat(LoadingFailure.sentence(second)).contains("/h/a.so: failed to map segment", "cachedir");
    }

    @Test
    void aMissingClassAsksForTheFolderOfLibraries() {
        assertThat(LoadingFailure.sentence(new NoClassDefFoundError("org/nd4j/linalg/factory/Nd4j")))
                .contains("org/nd4j/linalg/factory/Nd4j", "lib beside unroll.jar");
    }
}
