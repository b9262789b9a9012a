package unroll.cell;

import java.util.List;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;

/** The registered cells. Add a cell here and every test, the command line and the window know it. */
public final class Cells {
    private static final List<Cell> ALL = List.of(ElmanCell.TANH, ElmanCell.RELU, new GruCell(), new LstmCell());

    private Cells() {}

    /** All cells, simplest first. */
    public static List<Cell> all() {
        return ALL;
    }

    /**
     * The cell of this name.
     *
     * @throws ProblemException naming the known cells, where there is none
     */
    public static Cell named(String name) {
        return ALL.stream()
                .filter(cell -> cell.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Reason.UNKNOWN_NAME.exception(
                        "cell",
                        Wording.quote(name),
                        ALL.stream().map(Cell::name).toList()));
    }
}
