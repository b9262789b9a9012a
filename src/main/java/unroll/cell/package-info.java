/**
 * Recurrent cells as pointwise mathematics over buffers of floats; a new cell is one new file here.
 */
@NullMarked
package unroll.cell;

import org.jspecify.annotations.NullMarked;
