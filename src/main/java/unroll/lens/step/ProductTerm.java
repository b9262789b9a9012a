package unroll.lens.step;

/**
 * One term of a pre-activation's sum: a weight and the number it stands before.
 *
 * @param matrix the weight's, for example {@code Wfa}
 * @param from index of what it comes from: a symbol, a unit of the layer below, or a unit of the same layer a step before
 * @param weight entry of Wax or Waa
 * @param value what it is multiplied by
 */
public record ProductTerm(String matrix, int from, double weight, double value) {
    public double product() {
        return weight * value;
    }
}
