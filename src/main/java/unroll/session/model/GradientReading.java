package unroll.session.model;

import java.util.List;
import unroll.lens.GradientFlow;
import unroll.lens.SpectralRadius;

/**
 * How the gradient flows in a model, at a step.
 *
 * @param step updates done
 * @param ofAll for the mean loss of all steps asked
 * @param ofOne for the loss of one step, see {@link GradientFlow#ofOneStep}
 * @param radii of every block of every Waa
 */
public record GradientReading(long step, GradientFlow ofAll, GradientFlow ofOne, List<SpectralRadius> radii) {
    /** Takes two forward and backward passes over the window, and some products of matrices: milliseconds to a second. */
    public static GradientReading of(InspectionInput input) {
        var network = input.model().network();
        return new GradientReading(
                input.model().step(),
                input.flow(),
                GradientFlow.ofOneStep(network, input.window().source(), input.column()),
                SpectralRadius.of(network));
    }
}
