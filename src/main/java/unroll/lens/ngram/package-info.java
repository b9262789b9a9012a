/**
 * What counting alone can do: models of one to six characters, by which the loss of a network is judged.
 */
@NullMarked
package unroll.lens.ngram;

import org.jspecify.annotations.NullMarked;
