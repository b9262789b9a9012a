package unroll.oracle;

import java.util.List;
import unroll.cell.Cell;

/** The witness of every registered cell. A new cell needs an entry here. */
public final class OracleCells {
    private static final List<OracleCell> ALL =
            List.of(OracleElman.TANH, OracleElman.RELU, new OracleGru(), new OracleLstm());

    private OracleCells() {}

    /**
     * The witness of this cell.
     *
     * @throws AssertionError naming the cell, where nobody has written one
     */
    public static OracleCell of(Cell cell) {
        return ALL.stream()
                .filter(oracle -> oracle.name().equals(cell.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "The cell \"%s\" has no oracle: write its mathematics for one unit in doubles as an OracleCell and add it to OracleCells."
                                .formatted(cell.name())));
    }
}
