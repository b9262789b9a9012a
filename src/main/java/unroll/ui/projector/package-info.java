/**
 * The window in front of a class: large type, high contrast, one panel in the spotlight.
 */
@NullMarked
package unroll.ui.projector;

import org.jspecify.annotations.NullMarked;
