package unroll.lens.xray;

/**
 * How likely a symbol was before something acted, and after.
 *
 * @param symbol index
 * @param before probability, 0 to 1
 * @param after probability, 0 to 1
 */
public record ProbabilityShift(int symbol, double before, double after) {}
