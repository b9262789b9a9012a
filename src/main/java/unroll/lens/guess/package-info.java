/** Shannon's game: people, a network and n-grams guess the next character of a text that none of them has seen. */
@NullMarked
package unroll.lens.guess;

import org.jspecify.annotations.NullMarked;
