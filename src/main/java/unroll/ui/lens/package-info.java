/**
 * What the pages that look inside a model have in common: colors and painted texts.
 */
@NullMarked
package unroll.ui.lens;

import org.jspecify.annotations.NullMarked;
