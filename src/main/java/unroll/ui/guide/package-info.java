/** The user guide as a window beside the program. */
@NullMarked
package unroll.ui.guide;

import org.jspecify.annotations.NullMarked;
