/**
 * The loss and gradient charts, drawn on a canvas from a bounded curve.
 */
@NullMarked
package unroll.ui.chart;

import org.jspecify.annotations.NullMarked;
