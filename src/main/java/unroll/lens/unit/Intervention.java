package unroll.lens.unit;

import java.util.function.DoubleUnaryOperator;
import unroll.network.Network;
import unroll.network.Stepper;

/**
 * Something done to one unit while a network reads: everything that reads the unit's a&lt;t&gt; reads another number instead. What the
 * cell itself carries on stays as it is. An LSTM's memory c is read through a&lt;t&gt; alone, so the intervention on a unit of
 * the memory is that on its a&lt;t&gt;.
 */
public record Intervention(Unit unit, InterventionKind kind) {
    /** What is read instead of an activation. */
    public enum InterventionKind {
        OFF("switched off (0)", activation -> 0),
        HELD_HIGH("held at +1", activation -> 1),
        HELD_LOW("held at −1", activation -> -1),
        INVERTED("inverted", activation -> -activation);

        private final String title;
        private final DoubleUnaryOperator change;

        InterventionKind(String title, DoubleUnaryOperator change) {
            this.title = title;
            this.change = change;
        }

        /** What happens to the unit, in words. */
        public String title() {
            return title;
        }

        float of(float activation) {
            return (float) change.applyAsDouble(activation);
        }
    }

    /**
     * Reads with a network whose unit is changed like this.
     *
     * @param network unidirectional; read, never changed; must not be trained meanwhile
     * @throws IllegalArgumentException with a sentence, where the network is bidirectional
     */
    public Stepper stepper(Network network) {
        Stepper stepper = new Stepper(network);
        stepper.changeWhatIsRead(unit.layer(), a -> a[unit.index()] = kind.of(a[unit.index()]));
        return stepper;
    }
}
