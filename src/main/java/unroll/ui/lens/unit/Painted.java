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
public record Painted(NetworkSpec spec, long step, Passages.Read passage, Unit unit, float[] activations) {
    /**
     * The begin of what a model is measured on, painted by the unit nearest to one that it may not have.
     *
     * @param material what it learned from, or null where that is not there
     * @param most characters
     * @throws ProblemException where such a network reads no passage
     * @throws ProblemException where there is none
     */
    public static Painted heldOut(ModelSnapshot look, @Nullable Dataset material, Unit wanted, int most) {
        return of(look, new Passages.Wanted(Passages.Source.HELD_OUT, material, null, 0).of(look, most), wanted);
    }

    static Painted of(ModelSnapshot look, Passages.Read read, Unit wanted) {
        Unit unit = UnitChoice.nearest(wanted, look.network().spec());
        float[] activations = read.excerpt().activations(look.network(), unit);
        return new Painted(look.network().spec(), look.step(), read, unit, activations);
    }

    /** The strongest activation, of either sign; 0 where there is none. */
    float most() {
        float most = 0;
        for (float activation : activations) {
            most = Math.max(most, Float.isNaN(activation) ? 0 : Math.abs(activation));
        }
        return most;
    }

    /** The strongest activation gets the strongest color. */
    Shading shading() {
        float most = most();
        float[] shades = new float[activations.length];
        for (int i = 0; i < shades.length; i++) {
            shades[i] = most == 0 && !Float.isNaN(activations[i]) ? 0 : activations[i] / most;
        }
        return new Shading(passage.excerpt().text(), shades, Shading.Scale.DIVERGING, new BitSet());
    }
}
