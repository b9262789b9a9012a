/**
 * What every panel of the window shares: the session as observable values, its pulse, notices, and the one door to the FX thread.
 */
@NullMarked
package unroll.ui.desk;

import org.jspecify.annotations.NullMarked;
