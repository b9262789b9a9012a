/**
 * How the gradient fares on its way back through time, and why: how much each recurrent matrix can stretch.
 */
@NullMarked
package unroll.lens.flow;

import org.jspecify.annotations.NullMarked;
