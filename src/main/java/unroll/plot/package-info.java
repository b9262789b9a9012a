/**
 * Charts as data, and how they are laid out and drawn, without a window: a {@link unroll.plot.Plot} is a pair of axes and a
 * list of marks, a {@link unroll.plot.Surface} is what it is drawn on.
 */
@NullMarked
package unroll.plot;

import org.jspecify.annotations.NullMarked;
