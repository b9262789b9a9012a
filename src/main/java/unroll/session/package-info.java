/**
 * The application without a screen: the run in the background, its events, curves and presets.
 */
@NullMarked
package unroll.session;

import org.jspecify.annotations.NullMarked;
