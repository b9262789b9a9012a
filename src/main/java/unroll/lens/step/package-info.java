/**
 * One character's way through a network and back, in doubles and in the open: every gate as a vector, every formula with its
 * numbers.
 */
@NullMarked
package unroll.lens.step;

import org.jspecify.annotations.NullMarked;
