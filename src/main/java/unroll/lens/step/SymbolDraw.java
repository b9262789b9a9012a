package unroll.lens.step;

/**
 * One symbol drawn at temperature 1: the probabilities are laid end to end from 0 to 1, in the order of the symbols, and the one
 * that a random number falls on is taken.
 *
 * @param random the random number, 0 to below 1
 * @param symbol what was drawn
 * @param from where the symbol's stretch begins
 * @param to where it ends
 */
public record SymbolDraw(double random, int symbol, double from, double to) {
    /** @param probabilities that add up to 1 */
    static SymbolDraw from(double[] probabilities, double random) {
        double from = 0;
        int last = 0;
        double lastFrom = 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (random < from + probabilities[i]) {
                return new SymbolDraw(random, i, from, from + probabilities[i]);
            }
            if (probabilities[i] > 0) {
                last = i;
                lastFrom = from;
            }
            from += probabilities[i];
        }
        return new SymbolDraw(random, last, lastFrom, from); // rounding ate the rest
    }
}
