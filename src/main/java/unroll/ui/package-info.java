/**
 * The window.
 */
@NullMarked
package unroll.ui;

import org.jspecify.annotations.NullMarked;
