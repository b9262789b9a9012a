package unroll.lens.step;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.cell.Cell;
import unroll.lens.step.StepFormulas.ProductTerm;
import unroll.network.Direction;
import unroll.network.Network;
import unroll.network.Parameters;
import unroll.network.Parameters.ParameterTensor;
import unroll.reference.Equations.Equation;
import unroll.reference.Formula.Token;
import unroll.reference.LayerEquations;
import unroll.reference.LayerTape;
import unroll.reference.Variable;

/** A layer's equations in one direction, written with the numbers of one unit, and the weights that lead into it. */
final class LayerFormulas {
    private final Cell cell;
    final Direction direction;
    final LayerEquations equations;
    private final int hidden;
    private final String above;
    private final float[] weights;
    private final ParameterTensor wax;
    private final ParameterTensor waa;

    /**
     * @param prefix of its tensors' names
     * @param above what reads it, in words
     */
    LayerFormulas(Network network, String prefix, Direction direction, String above) {
        cell = network.spec().kind();
        hidden = network.spec().hidden();
        equations = new LayerEquations(cell);
        this.direction = direction;
        this.above = above;
        Parameters parameters = network.parameters();
        weights = parameters.values();
        wax = parameters.tensor(prefix + "Wax");
        waa = parameters.tensor(prefix + "Waa");
    }

    /** Of pre-activations. */
    IntStream blocks() {
        return IntStream.range(0, cell.blocks());
    }

    /** The equations of the forward pass with the numbers of a unit. */
    List<FormulaValues> forward(LayerTape tape, int unit) {
        return lines(equations.forward(), tape.ofUnit(unit));
    }

    /** The equations of the backward pass likewise. */
    List<FormulaValues> backward(LayerTape tape, int unit) {
        return lines(equations.backward(), tape.ofUnit(unit));
    }

    private List<FormulaValues> lines(List<Equation> equations, ToDoubleFunction<Variable> values) {
        return equations.stream()
                .map(equation -> written(equation.symbol(), equation.tokens(values)))
                .toList();
    }

    /** A quantity alone, with its number for a unit. */
    FormulaValues line(LayerTape tape, Variable of, int unit) {
        return written(of, of.tokens(tape.ofUnit(unit)));
    }

    private FormulaValues written(Variable of, List<Token> tokens) {
        return new FormulaValues(of, tokens.stream().map(this::written).toList());
    }

    /** As it is written here: where the layer reads backward, the step before t is t+1. */
    private Token written(Token token) {
        String text = token.text().replace("from above", "from " + above);
        if (direction == Direction.BACKWARD) {
            text = text.contains("<t-1>") ? text.replace("<t-1>", "<t+1>") : text.replace("<t+1>", "<t-1>");
        }
        return new Token(text, token.value());
    }

    /** The terms of {@code Wax·x<t>} for a unit and block, [n_x]; none where the input does not reach the block. */
    List<ProductTerm> inputTerms(LayerTape tape, int block, int unit) {
        return equations.readsInput(block)
                ? terms(equations.inputMatrix(block), wax, block * hidden + unit, tape.input())
                : List.of();
    }

    /** The terms of {@code Waa·a<t-1>} for a unit and block, [n_a]; none where the state does not reach the block. */
    List<ProductTerm> stateTerms(LayerTape tape, int block, int unit) {
        int row = (block - cell.recurrentFrom()) * hidden + unit;
        return equations.readsState(block)
                ? terms(equations.stateMatrix(block), waa, row, tape.of(Variable.before("a")))
                : List.of();
    }

    /** Both. */
    Stream<ProductTerm> terms(LayerTape tape, int block, int unit) {
        return Stream.concat(inputTerms(tape, block, unit).stream(), stateTerms(tape, block, unit).stream());
    }

    private List<ProductTerm> terms(String matrix, ParameterTensor tensor, int row, double[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(j -> {
                    double weight = weights[tensor.offset() + j * tensor.rows() + row];
                    return new ProductTerm(matrix, tensor == wax, j, weight, values[j]);
                })
                .toList();
    }
}
