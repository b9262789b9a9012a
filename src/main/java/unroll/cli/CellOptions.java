package unroll.cli;

import java.util.Iterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.message.Wording;
import unroll.settings.Settings;

/** Which cell. */
final class CellOptions {
    private static final String ELMAN = "elman";

    /** The activations a plain cell may have, and the cell's name with each. */
    enum Activation {
        tanh(ELMAN),
        relu("elman-relu");

        private final String cell;

        Activation(String cell) {
            this.cell = cell;
        }
    }

    @Option(
            names = "--cell",
            paramLabel = "CELL",
            completionCandidates = Names.class,
            description =
                    "Recurrent cell: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}; check-gradients checks all).")
    private String cell = Settings.DEFAULT.model().cell();

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            description = "Activation of an elman cell: ${COMPLETION-CANDIDATES}.")
    private @Nullable Activation activation;

    /**
     * The registered cell that was asked for, or the other where none was.
     *
     * @throws IllegalArgumentException with a sentence, where there is no such cell
     */
    String over(String otherwise, ExplicitOptions given) {
        String name = Cells.named(
                        Wording.cut(given.or("--cell", cell, otherwise).toLowerCase(Locale.ROOT)))
                .name();
        if (activation == null) {
            return name;
        }
        if (!name.startsWith(ELMAN)) {
            throw new IllegalArgumentException(
                    "--activation is for elman cells, and the cell is %s; leave it out, or use --cell elman."
                            .formatted(name));
        }
        return activation.cell;
    }

    /** The names of the registered cells. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Cells.all().stream().map(Cell::name).iterator();
        }
    }
}
