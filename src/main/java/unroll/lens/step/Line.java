package unroll.lens.step;

import java.util.List;
import unroll.cell.formula.Piece;
import unroll.cell.formula.Symbol;

/**
 * A formula with the numbers of one unit.
 *
 * @param symbol what it gives
 * @param pieces as it stands on paper
 */
public record Line(Symbol symbol, List<Piece> pieces) {}
