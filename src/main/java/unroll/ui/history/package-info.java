/** The page that goes back to what a run was, and lets training go on from there. */
@NullMarked
package unroll.ui.history;

import org.jspecify.annotations.NullMarked;
