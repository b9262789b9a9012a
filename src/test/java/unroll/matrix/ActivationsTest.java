package unroll.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.BiConsumer;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The approximations keep the accuracy their Javadoc promises, over the whole range of floats. */
class ActivationsTest {
    @Test
    void tanhIsWithinItsPromise() {
        assertThat(largestDeviation(Activations::tanh, Math::tanh)).isLessThan(4e-7);
    }

    @Test
    void sigmoidIsWithinItsPromise() {
        assertThat(largestDeviation(Activations::sigmoid, x -> 1 / (1 + Math.exp(-x))))
                .isLessThan(2e-7);
    }

    @Test
    void bothStayWithinTheirBounds() {
        float[] x = range();
        float[] y = new float[x.length];
        Activations.tanh(x, y);
        for (int i = 0; i < x.length; i++) {
            assertThat(y[i]).as("tanh(%s)", x[i]).isBetween(-1.0000004f, 1.0000004f);
        }
        Activations.sigmoid(x, y);
        for (int i = 0; i < x.length; i++) {
            assertThat(y[i]).as("σ(%s)", x[i]).isBetween(-2e-7f, 1.0000002f);
        }
    }

    @Test
    void whatIsNoNumberStaysNone() {
        float[] x = {Float.NaN};
        Activations.tanh(x, x);
        assertThat(x[0]).isNaN();
        Activations.sigmoid(x, x);
        assertThat(x[0]).isNaN();
        assertThat(exponential(Float.NaN)).isNaN();
    }

    @Test
    void infinitiesSaturate() {
        float[] x = {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY};
        float[] y = new float[2];
        Activations.tanh(x, y);
        assertThat(y[0]).isBetween(-1.0000004f, -0.9999996f);
        assertThat(y[1]).isBetween(0.9999996f, 1.0000004f);
        assertThat(exponential(Float.NEGATIVE_INFINITY)).isZero();
        assertThat(exponential(-90)).isZero();
    }

    @Test
    void theExponentialsOfASoftmaxAreWithinTheirPromise() {
        for (float x = 0; x > -100; x -= 0.00137f) {
            float[] y = {x};
            Activations.exponentials(y);
            assertThat(Math.abs(y[0] - Math.exp(x))).as("e^%s", x).isLessThan(3e-7);
            assertThat(y[0]).isNotNegative();
        }
        float[] extremes = {0, Float.NEGATIVE_INFINITY, Float.NaN};
        Activations.exponentials(extremes);
        assertThat(extremes[0]).isOne();
        assertThat(extremes[1]).isCloseTo(0, within(3e-7f));
        assertThat(extremes[2]).isNaN();
    }

    @Test
    void theExponentialIsWithinItsPromise() {
        for (float x = 0; x > -86.9f; x -= 0.00137f) {
            double exact = Math.exp(x);
            assertThat(Math.abs(exponential(x) - exact) / exact)
                    .as("relative deviation of e^%s", x)
                    .isLessThan(3e-7);
        }
    }

    @Test
    void exponentialsAreThoseOfTheDistanceToTheLargest() {
        float[] x = {1, 3, -7, 3};
        Activations.exponentials(x, 3, new float[x.length]);
        assertThat(x[0]).isCloseTo((float) Math.exp(-2), within(1e-7f));
        assertThat(x[1]).isOne();
        assertThat(x[2]).isCloseTo((float) Math.exp(-10), within(1e-10f));
        assertThat(x[3]).isOne();
    }

    private static float exponential(float x) {
        float[] e = {x};
        Activations.exponentials(e, 0, new float[1]);
        return e[0];
    }

    private static double largestDeviation(BiConsumer<float[], float[]> function, DoubleUnaryOperator exact) {
        float[] x = range();
        float[] y = new float[x.length];
        function.accept(x, y);
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, Math.abs(y[i] - exact.applyAsDouble(x[i])));
        }
        return largest;
    }

    /** −20 to 20 in small steps, and a few far outside. */
    private static float[] range() {
        float[] x = new float[80_005];
        for (int i = 0; i <= 80_000; i++) {
            x[i] = (i - 40_000) / 2_000f;
        }
        x[80_001] = -1e30f;
        x[80_002] = 1e30f;
        x[80_003] = Float.MIN_VALUE;
        x[80_004] = -0f;
        return x;
    }
}
