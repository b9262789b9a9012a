package unroll.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @Test
    void theResultIsTheLastLineOfJson() {
        List<String> lines = List.of("{\"step\":1}", "{\"trainCharsPerSecond\":41392.5}", "a library says goodbye");

        assertThat(Child.result(lines).path("trainCharsPerSecond").asDouble()).isEqualTo(41392.5);
    }

    @Test
    void whatHasNoResultIsShown() {
        assertThatThrownBy(() -> Child.result(List.of("no module named torch")))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("no module named torch");
        assertThatThrownBy(() -> Child.result(List.of("{half"))).isInstanceOf(SuiteException.class);
    }

    @Test
    void aFailureShowsWhatWasSaid() {
        assertThatThrownBy(() -> new Child(List.of(JAVA, "-version:none")).lines())
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("exit code 1")
                .hasMessageContaining("-version:none");
    }

    @Test
    void aProgramThatIsNotThereIsASentence() {
        assertThatThrownBy(() -> new Child(List.of("no-such-program")).lines())
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("\"no-such-program\" cannot be run");
    }

    @Test
    void theEnvironmentChoosesNoKernel() {
        Map<String, String> environment = Child.environment(
                Map.of("OPENBLAS_CORETYPE", "Haswell", "OPENBLAS_L2_SIZE", "1", "OMP_NUM_THREADS", "8", "HOME", "/me"),
                Map.of("OMP_NUM_THREADS", "1"));

        assertThat(environment).isEqualTo(Map.of("HOME", "/me", "OMP_NUM_THREADS", "1"));
    }
}
