package unroll.ui.lens.unit;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import unroll.lens.unit.Unit;
import unroll.message.ProblemException;
import unroll.network.NetworkSpec;
import unroll.session.data.Dataset;
import unroll.session.model.ModelSnapshot;
import unroll.ui.lens.Shading;

/**
 * A passage painted by a unit.
 *
 * @param step of the model
 * @param activations at every character of the passage's text, NaN where nothing was read
 */
public record Painted(NetworkSpec spec, long step, Passages.Excerpt passage, Unit unit, float[] activations) {
    /**
     * The begin of what a model is measured on, painted by the unit nearest to one that it may not have.
     *
     * @param dataset what it learned from, or null where that is not there
     * @param max characters
     * @throws ProblemException where such a network reads no passage
     * @throws ProblemException where there is none
     */
    public static Painted heldOut(ModelSnapshot model, @Nullable Dataset dataset, Unit wanted, int max) {
        return of(model, new Passages.Query(Passages.Source.HELD_OUT, dataset, null, 0).of(model, max), wanted);
    }

    static Painted of(ModelSnapshot model, Passages.Excerpt read, Unit wanted) {
        Unit unit = UnitChoice.nearest(wanted, model.network().spec());
        float[] activations = read.excerpt().activations(model.network(), unit);
        return new Painted(model.network().spec(), model.step(), read, unit, activations);
    }

    /** The strongest activation, of either sign; 0 where there is none. */
    float max() {
        float max = 0;
        for (float activation : activations) {
            max = Math.max(max, Float.isNaN(activation) ? 0 : Math.abs(activation));
        }
        return max;
    }

    /** The strongest activation gets the strongest color. */
    Shading shading() {
        float max = max();
        float[] shades = new float[activations.length];
        for (int i = 0; i < shades.length; i++) {
            shades[i] = max == 0 && !Float.isNaN(activations[i]) ? 0 : activations[i] / max;
        }
        return new Shading(passage.excerpt().text(), shades, Shading.ShadingScale.DIVERGING, new BitSet());
    }
}
