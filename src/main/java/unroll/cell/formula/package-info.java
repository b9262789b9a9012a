/**
 * A cell's equations as they stand on paper, so that people can look at them with numbers in; training does not use them.
 */
@NullMarked
package unroll.cell.formula;

import org.jspecify.annotations.NullMarked;
