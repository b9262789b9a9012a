/**
 * Sweeps in a window of their own: a plan in the making, what it takes, and its trials as a table and as parallel coordinates.
 */
@NullMarked
package unroll.ui.sweep;

import org.jspecify.annotations.NullMarked;
