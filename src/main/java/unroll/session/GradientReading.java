package unroll.session;

import java.util.List;
import unroll.lens.flow.GradientFlow;
import unroll.lens.flow.SpectralRadius;

/**
 * How the gradient flows in a model, at a step.
 *
 * @param step updates done
 * @param ofAll for the mean loss of all steps asked
 * @param ofLast for the loss of the last step asked
 * @param radii of every block of every Waa
 */
public record GradientReading(long step, GradientFlow ofAll, GradientFlow ofLast, List<SpectralRadius> radii) {
    /**
     * Takes two ways forward and back through the window, and some products of matrices: between 60 ms and a second.
     *
     * @throws IllegalArgumentException with a sentence where the network reads both ways or has an encoder
     */
    public static GradientReading of(Scene scene) {
        var network = scene.look().network();
        return new GradientReading(
                scene.look().step(),
                GradientFlow.of(network, scene.column()),
                GradientFlow.ofLastStep(network, scene.column()),
                SpectralRadius.of(network));
    }
}
