package unroll.cli;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unroll.network.Directions;
import unroll.network.Initialization;
import unroll.network.NetworkSpec;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;

/** The network's shape. */
final class ModelOptions {
    @Mixin
    private CellOptions cell = new CellOptions();

    @Option(
            names = "--hidden",
            paramLabel = "N",
            description = "Hidden units per layer, 1 to 4096 (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "128", range = "from 1 to " + NetworkSpec.MAX_HIDDEN)
    private int hidden = Settings.DEFAULT.model().hidden();

    @Option(names = "--layers", paramLabel = "N", description = "Number of layers, 1 to 8 (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "2", range = "from 1 to " + NetworkSpec.MAX_LAYERS)
    private int layers = Settings.DEFAULT.model().layers();

    @Option(
            names = "--bidirectional",
            negatable = true,
            description =
                    "Read forward and backward, or --no-bidirectional for forward only (default: the task's own).")
    private boolean bidirectional;

    /** How {@code --bidirectional} was said in earlier versions. */
    enum Ways {
        one,
        two
    }

    @Option(names = "--ways", paramLabel = "one|two", hidden = true)
    private @Nullable Ways ways;

    @Option(
            names = "--initialization",
            paramLabel = "SCHEME",
            completionCandidates = Schemes.class,
            description = {
                "How the weights of a new network are drawn: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
                "uniform repeats runs of earlier versions."
            })
    private String initialization = Settings.DEFAULT.model().initialization().word();

    /** The names of the ways to start. */
    static final class Schemes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Initialization.words().iterator();
        }
    }

    /**
     * These settings with those that were given.
     *
     * @throws IllegalArgumentException with a sentence, where they make no network
     */
    ModelSettings over(ModelSettings base, ExplicitOptions given) {
        return new ModelSettings(
                cell.over(base.cell(), given),
                given.or("--hidden", hidden, base.hidden()),
                given.or("--layers", layers, base.layers()),
                base.dropout(),
                directions(base.directions(), given),
                given.has("--initialization") ? Initialization.named(initialization) : base.initialization());
    }

    private Directions directions(Directions base, ExplicitOptions given) {
        boolean named = given.has("--bidirectional");
        if (ways == null && !named) {
            return base;
        }
        if (ways != null && named) {
            throw new IllegalArgumentException("--ways is the old name of --bidirectional; give only one of them.");
        }
        return bidirectional || ways == Ways.two ? Directions.TWO_WAY : Directions.ONE_WAY;
    }
}
