/** The page that paints a text with what a unit says about it. */
@NullMarked
package unroll.ui.lens.unit;

import org.jspecify.annotations.NullMarked;
