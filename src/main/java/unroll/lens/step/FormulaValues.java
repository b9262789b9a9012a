package unroll.lens.step;

import java.util.List;
import unroll.cell.formula.FormulaToken;
import unroll.cell.formula.Variable;

/**
 * A formula with the numbers of one unit.
 *
 * @param symbol what it gives
 * @param pieces as it stands on paper
 */
public record FormulaValues(Variable symbol, List<FormulaToken> pieces) {}
