package unroll.lens.unit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import unroll.network.NetworkSpec;
import unroll.network.State;

/**
 * Finds the units that follow features of a text: feeds on a {@link Passage} and keeps sums only, so that memory is 8 bytes a
 * unit and feature, whatever the length of the passage.
 *
 * <p>A unit is as good as the absolute value of its correlation with the feature (K. Pearson, 1895): 1 where one follows from the
 * other by a straight line, 0 where nothing does. Correlation is no proof that the unit is there for this.
 */
public final class UnitFinder implements Passage.Visitor {
    /** A variance below this share of the mean square is rounding error. */
    private static final double CONSTANT = 1e-9;

    private final int hidden;
    private final List<TrackedFeature> features;
    /** [layer][buffer]. */
    private final Sums[][] sums;

    private final float[] activations;
    private long characters;

    /**
     * A unit and how well it follows.
     *
     * @param correlation −1 to 1; below 0 where the unit falls as the feature rises
     */
    public record UnitMatch(Unit unit, double correlation) {}

    /** A feature's values at every character, and the sums over those seen so far. */
    private static final class TrackedFeature {
        final Feature feature;
        final float[] values;
        double sum;
        double squares;

        TrackedFeature(Feature feature, int[] text) {
            this.feature = feature;
            this.values = feature.of(text);
        }

        void add(float value) {
            sum += value;
            squares += (double) value * value;
        }
    }

    /** Sums over the characters seen, for each unit of a buffer. */
    private static final class Sums {
        final double[] activation;
        final double[] squares;
        /** Activation times value, [feature]. */
        final double[][] products;

        Sums(int hidden, int features) {
            activation = new double[hidden];
            squares = new double[hidden];
            products = new double[features][hidden];
        }

        void add(float[] a) {
            for (int i = 0; i < a.length; i++) {
                activation[i] += a[i];
                squares[i] += (double) a[i] * a[i];
            }
        }

        void add(float[] a, int feature, double value) {
            double[] product = products[feature];
            for (int i = 0; i < a.length; i++) {
                product[i] += value * a[i];
            }
        }
    }

    /**
     * @param spec of the network that will read the passage
     * @param text the passage's code points, as many as it has symbols
     */
    public UnitFinder(NetworkSpec spec, int[] text) {
        hidden = spec.hidden();
        features = Stream.of(Feature.values())
                .map(feature -> new TrackedFeature(feature, text))
                .toList();
        sums = new Sums[spec.layers() * spec.directions().count()][spec.kind().stateBuffers()];
        for (Sums[] layer : sums) {
            Arrays.setAll(layer, buffer -> new Sums(hidden, features.size()));
        }
        activations = new float[hidden];
    }

    @Override
    public void visit(int position, State state, int column) {
        characters++;
        features.forEach(followed -> followed.add(followed.values[position]));
        for (int layer = 0; layer < sums.length; layer++) {
            for (int buffer = 0; buffer < sums[layer].length; buffer++) {
                System.arraycopy(state.buffers()[layer][buffer], column * hidden, activations, 0, hidden);
                add(sums[layer][buffer], position);
            }
        }
    }

    /** One common index in every loop, and no work for features that are absent, as most are most of the time. */
    private void add(Sums into, int position) {
        into.add(activations);
        for (int k = 0; k < features.size(); k++) {
            float value = features.get(k).values[position];
            if (value != 0) {
                into.add(activations, k, value);
            }
        }
    }

    /**
     * The units that follow each feature best, best first, units that never change left out. A feature that is the same at all
     * characters seen, such as brackets in a text without, has none.
     *
     * @param count units a feature at most
     */
    public Map<Feature, List<UnitMatch>> best(int count) {
        Map<Feature, List<UnitMatch>> best = new EnumMap<>(Feature.class);
        for (int k = 0; k < features.size(); k++) {
            best.put(
                    features.get(k).feature,
                    correlations(k).stream()
                            .sorted(Comparator.comparingDouble((UnitMatch found) -> -Math.abs(found.correlation())))
                            .limit(count)
                            .toList());
        }
        return best;
    }

    private List<UnitMatch> correlations(int feature) {
        List<UnitMatch> all = new ArrayList<>();
        TrackedFeature followed = features.get(feature);
        double variance = variance(followed.sum, followed.squares);
        for (int layer = 0; layer < sums.length && variance > 0; layer++) {
            for (int buffer = 0; buffer < sums[layer].length; buffer++) {
                Sums of = sums[layer][buffer];
                for (int i = 0; i < hidden; i++) {
                    double own = variance(of.activation[i], of.squares[i]);
                    double covariance = characters * of.products[feature][i] - of.activation[i] * followed.sum;
                    if (own > 0) {
                        all.add(new UnitMatch(new Unit(layer, buffer, i), covariance / Math.sqrt(own * variance)));
                    }
                }
            }
        }
        return all;
    }

    /** n·Σv² − (Σv)², or 0 where that is rounding error. */
    private double variance(double sum, double squares) {
        double variance = characters * squares - sum * sum;
        return variance > CONSTANT * characters * squares ? variance : 0;
    }
}
