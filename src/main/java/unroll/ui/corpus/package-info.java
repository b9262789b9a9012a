/**
 * The text that is open: its card, its symbols, other texts, the catalog.
 */
@NullMarked
package unroll.ui.corpus;

import org.jspecify.annotations.NullMarked;
