package unroll.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import unroll.message.ProblemException;
import unroll.message.Reason;

class JobTest {
    @Test
    void refusalsAreSaidInTheWordsOfTheCommandLine() {
        ProblemException gone = Reason.DATA_CHANGED.exception("a.txt", "--corpus", "a.txt");

        assertThat(Job.sentence(gone)).contains("pass --corpus a.txt");
        assertThat(Job.sentence(new IOException("Rows are missing."))).isEqualTo("Rows are missing.");
    }
}
