/**
 * Which moments of a run are kept, so that one can go back to them.
 */
@NullMarked
package unroll.lens.history;

import org.jspecify.annotations.NullMarked;
