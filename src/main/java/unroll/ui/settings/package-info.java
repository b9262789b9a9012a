/**
 * What a network is made from and how it is trained.
 */
@NullMarked
package unroll.ui.settings;

import org.jspecify.annotations.NullMarked;
