package unroll.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unroll.corpus.Split;
import unroll.sample.SamplingSettings;
import unroll.settings.Settings;

/** Everything a run is made from, apart from the text. */
final class RunOptions {
    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(
            names = "--dropout",
            paramLabel = "P",
            description = "Share of the units dropped between two layers in training (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "0.2", range = "from 0 to below 1")
    private double dropout = Settings.DEFAULT.model().dropout();

    @Mixin
    private ShapeOptions shape = new ShapeOptions();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Option(
            names = "--split",
            paramLabel = "SHARES",
            description =
                    "Shares of the training, validation and test part; a text is divided by position (default: ${DEFAULT-VALUE}).")
    private String split = Settings.DEFAULT.split().toString();

    /**
     * These settings with those that were given.
     *
     * @throws IllegalArgumentException with a sentence, where they cannot work
     */
    Settings over(Settings base, ExplicitOptions given) {
        return new Settings(
                model.over(base.model(), given)
                        .withDropout(given.or("--dropout", dropout, base.model().dropout())),
                learning.over(shape.over(base.training(), given), given),
                given.has("--split") ? Split.parse(split) : base.split(),
                base.task());
    }

    /**
     * How samples on the way are drawn, or null where none are wanted.
     *
     * @param usual whether they are wanted where nothing was said
     */
    @Nullable
    SamplingSettings sampling(boolean usual) {
        return learning.sampling(usual);
    }
}
