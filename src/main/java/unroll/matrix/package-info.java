/**
 * The one place that knows ND4J and BLAS: 32-bit column-major matrices, their products, and fast pointwise functions.
 */
@NullMarked
package unroll.matrix;

import org.jspecify.annotations.NullMarked;
