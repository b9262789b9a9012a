package unroll.lens.step;

/**
 * ∂L/∂ the weights through which one unit gets a block of its pre-activations. All of them are ∂L/∂z times what the weight
 * stands before.
 *
 * @param block its name, see {@link unroll.cell.Cell#blockName}
 * @param dz ∂L/∂z
 * @param dWax ∂L/∂ the unit's row of Wax, one entry for each thing the layer reads; empty where the input does not reach the block
 * @param dWaa ∂L/∂ the unit's row of Waa, [n_a]; empty where the state does not reach the block
 * @param dba ∂L/∂ the bias
 */
public record BlockGradient(String block, double dz, double[] dWax, double[] dWaa, double dba) {}
