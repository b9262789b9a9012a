/**
 * Looking inside a network: whether its gradient is right, and what its units do.
 */
@NullMarked
package unroll.lens;

import org.jspecify.annotations.NullMarked;
