/**
 * The gradient of a single weight, checked by hand: forward passes in doubles, and the definition of a derivative.
 */
@NullMarked
package unroll.lens.check;

import org.jspecify.annotations.NullMarked;
