/** The page that shows how each character of a written text was drawn, and lets the text be forked. */
@NullMarked
package unroll.ui.lens.xray;

import org.jspecify.annotations.NullMarked;
