package unroll.task.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.task.InputOutput;
import unroll.task.TaskData;

/** Figures that hold on every machine: a change here means that runs do not go on with the data they began with. */
class KnownDataTest {
    @ParameterizedTest
    @CsvSource({
        "depth, ()((((())(()))))((, 101234543454321012, 4d8954201dea65f0",
        "binary-addition, 010013231230, 010010010011, 2b550cca8661da33",
        "reber, BTBPTVVET, TBPTVVETE, 3b7fb54090edd17d",
        "first-symbol, eadcacdafbcbfcecbcabgf, e, 43e76fc7262db215",
        "balanced, [[]]()(){}, balanced, 563de5b9c47d38e4",
        "addition, 35+69, 104, 24a909e44b14b759",
        "reversal, cwl, lwc, 1629bd679a5aac1f",
        "echo, ecceahhhebgggfefgggcfaa, eahhhebgggfefgggcfaa, 2f8508edf6f8387d"
    })
    void theFirstPairAndTheFingerprintAreKnown(String task, String input, String output, String print) {
        TaskData.ExampleSets data = ExampleFixtures.data(task);

        InputOutput first = data.training().pair(0);

        assertThat(first.input() + ", " + first.output() + ", "
                        + Long.toHexString(data.training().fingerprint()))
                .isEqualTo(input + ", " + output + ", " + print);
    }
}
