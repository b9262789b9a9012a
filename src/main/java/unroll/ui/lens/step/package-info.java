/** The page that walks a character through the network and back, with every number. */
@NullMarked
package unroll.ui.lens.step;

import org.jspecify.annotations.NullMarked;
