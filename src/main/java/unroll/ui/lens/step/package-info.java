/** The network unrolled over the text that it reads, and the page that walks one character through it and back, with every number. */
@NullMarked
package unroll.ui.lens.step;

import org.jspecify.annotations.NullMarked;
