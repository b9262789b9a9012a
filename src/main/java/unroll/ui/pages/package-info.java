/** The pages of the center, and the one list of them. */
@NullMarked
package unroll.ui.pages;

import org.jspecify.annotations.NullMarked;
