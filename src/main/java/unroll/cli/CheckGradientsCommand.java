package unroll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.cli.NumberParser.Numeric;
import unroll.lens.GradientCheck;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;

@Command(
        name = "check-gradients",
        description = {
            "Compare the gradients of backpropagation with measured slopes of the loss.",
            "The networks are small and random: unidirectional, bidirectional, and an encoder with its decoder.",
            "Prints the largest relative error, over all cells and for each, as a line of JSON; fails above 0.01."
        })
final class CheckGradientsCommand extends Subcommand {
    /** Rounding in 32 bits stays far below; a mistake in a derivative goes far above. */
    private static final double MAX_ERROR = 1e-2;

    private final SettingOptions cell = new SettingOptions(List.of(SettingsSchema.CELL));

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the random networks (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "1", range = "from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE)
    private long seed = 1;

    @Override
    void addOptions(CommandSpec command) {
        cell.addTo(command);
    }

    @Override
    public Integer call() {
        ObjectNode cells = JsonOutput.object();
        double worst = 0;
        for (String name : names()) {
            double error = 0;
            for (GradientCheck.NetworkVariant shape : GradientCheck.NetworkVariant.values()) {
                Map<String, Double> errors = GradientCheck.relativeErrors(name, shape, seed);
                error = Math.max(error, Collections.max(errors.values()));
            }
            cells.put(name, error);
            worst = Math.max(worst, error);
        }
        ObjectNode result = JsonOutput.object();
        result.put("maxRelativeError", worst);
        result.set("cells", cells);
        print(result);
        return worst <= MAX_ERROR ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
    }

    /** The cell that was asked for, or all. */
    private List<String> names() {
        if (given().hasMatchedOption("--cell") || given().hasMatchedOption("--activation")) {
            return List.of(fromOptions(
                    () -> cell.over(Settings.DEFAULT, given()).model().cell()));
        }
        return Cells.all().stream().map(Cell::name).toList();
    }
}
