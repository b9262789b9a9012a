package unroll.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.cell.Cells;

class ChunkTest {
    @ParameterizedTest(name = "{0} of {1} units, {2} steps of {3} columns, {4} workers")
    @CsvSource({
        // a megabyte holds 10 steps of 512 rows and 50 columns
        "lstm,  128, 50, 50,  1, 10",
        "lstm,  128, 50, 50,  2, 17",
        // a step alone takes 400 KB, but 500 columns are wanted: 50 steps in five alike
        "lstm,  512, 50, 50,  1, 10",
        "elman, 128, 50, 50,  1, 25",
        // all fit
        "elman, 100, 25, 1,   1, 25",
        "gru,   64,  1,  4,   1, 1",
        // a single step is more than a megabyte and 500 columns
        "lstm,  512, 30, 600, 1, 1",
    })
    void holdsAMegabyteOrEnoughColumns(String cell, int hidden, int steps, int columns, int workers, int most) {
        assertThat(Chunk.steps(Cells.named(cell), hidden, steps, columns, workers))
                .isEqualTo(most);
    }

    @Test
    void coversAPass() {
        assertThat(Chunk.of(7, 3)).isEqualTo(List.of(new Chunk(0, 0, 3), new Chunk(1, 3, 6), new Chunk(2, 6, 7)));
        assertThat(Chunk.of(2, 3)).isEqualTo(List.of(new Chunk(0, 0, 2)));
    }
}
