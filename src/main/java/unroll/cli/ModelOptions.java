package unroll.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unroll.network.Directions;
import unroll.session.ModelSettings;
import unroll.session.Settings;

/** The network's shape. */
final class ModelOptions {
    @Mixin
    private CellOptions cell = new CellOptions();

    @Option(
            names = "--hidden",
            paramLabel = "N",
            description = "Hidden units a layer, 1 to 4096 (default: ${DEFAULT-VALUE}).")
    private int hidden = Settings.DEFAULT.model().hidden();

    @Option(names = "--layers", paramLabel = "N", description = "Depth, 1 to 8 (default: ${DEFAULT-VALUE}).")
    private int layers = Settings.DEFAULT.model().layers();

    /** Which ways layers read, as it is said on the command line. */
    enum Ways {
        one,
        two;

        Directions directions() {
            return this == one ? Directions.ONE_WAY : Directions.TWO_WAY;
        }
    }

    @Option(
            names = "--ways",
            paramLabel = "one|two",
            description = "Read one way, or both ways (default: the task's own).")
    private Ways ways = Ways.one;

    /**
     * These settings with those that were given.
     *
     * @throws IllegalArgumentException with a sentence, where they make no network
     */
    ModelSettings over(ModelSettings base, Given given) {
        return new ModelSettings(
                cell.over(base.cell(), given),
                given.or("--hidden", hidden, base.hidden()),
                given.or("--layers", layers, base.layers()),
                base.dropout(),
                given.or("--ways", ways.directions(), base.directions()));
    }
}
