/**
 * What single units do: their activation at every character of a passage, and which of them follow a feature of the text.
 */
@NullMarked
package unroll.lens.unit;

import org.jspecify.annotations.NullMarked;
