package unroll.sample;

import unroll.network.Argmax;
import java.util.Arrays;

/** Keeps the likeliest symbol alone; the first of several. */
final class Greedy implements Limit {
    @Override
    public LimitKind kind() {
        return LimitKind.GREEDY;
    }

    @Override
    public void apply(float[] logits) {
        int best = Argmax.of(logits);
        float largest = logits[best];
        Arrays.fill(logits, Float.NEGATIVE_INFINITY);
        logits[best] = largest;
    }
}
