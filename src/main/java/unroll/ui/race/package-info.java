/**
 * A few networks that learn in lock-step, side by side.
 */
@NullMarked
package unroll.ui.race;

import org.jspecify.annotations.NullMarked;
