/**
 * Texts: opening and decoding them, their vocabulary of code points, the split into parts, and the catalog of public corpora.
 */
@NullMarked
package unroll.corpus;

import org.jspecify.annotations.NullMarked;
