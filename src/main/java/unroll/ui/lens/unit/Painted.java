package unroll.ui.lens.unit;

import java.util.BitSet;
import unroll.lens.unit.Unit;
import unroll.network.NetworkSpec;
import unroll.ui.lens.Shading;

/**
 * A passage painted by a unit.
 *
 * @param step of the model
 * @param activations at every character of the passage's text, NaN where nothing was read
 */
record Painted(NetworkSpec spec, long step, Passages.Read passage, Unit unit, float[] activations) {
    /** The strongest activation, of either sign; 0 where there is none. */
    float most() {
        float most = 0;
        for (float activation : activations) {
            most = Math.max(most, Float.isNaN(activation) ? 0 : Math.abs(activation));
        }
        return most;
    }

    /** The strongest activation gets the strongest colour. */
    Shading shading() {
        float most = most();
        float[] shades = new float[activations.length];
        for (int i = 0; i < shades.length; i++) {
            shades[i] = most == 0 && !Float.isNaN(activations[i]) ? 0 : activations[i] / most;
        }
        return new Shading(passage.excerpt().text(), shades, Shading.Scale.DIVERGING, new BitSet());
    }
}
