/**
 * Many runs side by side: the table of a whole room, and one of its columns against another.
 */
@NullMarked
package unroll.ui.compare;

import org.jspecify.annotations.NullMarked;
