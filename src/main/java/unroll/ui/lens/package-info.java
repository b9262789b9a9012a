/**
 * Instruments that look inside the model while it learns: the flow of its gradient, a single weight's slope, and the coach.
 */
@NullMarked
package unroll.ui.lens;

import org.jspecify.annotations.NullMarked;
