/**
 * What every panel of the window shares: the session as observable values, questions to the model, the refresh timer,
 * notices, and the one way to the FX thread.
 */
@NullMarked
package unroll.ui.model;

import org.jspecify.annotations.NullMarked;
