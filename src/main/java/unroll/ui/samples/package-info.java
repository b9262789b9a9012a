/**
 * The live samples and writing by hand.
 */
@NullMarked
package unroll.ui.samples;

import org.jspecify.annotations.NullMarked;
