/**
 * The kinds of recurrent network as boxes and arrows, and the board on which one is chosen. What a figure consists of is
 * plain data; only what puts it on the screen knows JavaFX.
 */
@NullMarked
package unroll.ui.diagram;

import org.jspecify.annotations.NullMarked;
