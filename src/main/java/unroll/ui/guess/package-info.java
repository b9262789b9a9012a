/** The page on which the class plays Shannon's game against the network and n-grams. */
@NullMarked
package unroll.ui.guess;

import org.jspecify.annotations.NullMarked;
