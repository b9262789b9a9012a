/**
 * The sampling X-ray: how every character of a text came to be drawn, other ways it could have gone, and what of it stands in
 * the corpus word for word.
 */
@NullMarked
package unroll.lens.xray;

import org.jspecify.annotations.NullMarked;
