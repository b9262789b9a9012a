/** The network at hand, unrolled over the text that it reads. */
@NullMarked
package unroll.ui.lens.reading;

import org.jspecify.annotations.NullMarked;
