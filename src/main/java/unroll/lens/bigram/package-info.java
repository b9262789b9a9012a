/** The table a network without a memory learns, and the one that counting gives. */
@NullMarked
package unroll.lens.bigram;

import org.jspecify.annotations.NullMarked;
