/**
 * What the pages that look inside a model have in common: colours, painted texts, and the rhythm in which they follow a training.
 */
@NullMarked
package unroll.ui.lens;

import org.jspecify.annotations.NullMarked;
