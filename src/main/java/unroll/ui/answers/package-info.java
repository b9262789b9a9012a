/**
 * Trying a task by hand, where a network answers instead of writing on: bars of labels, an answer under every character, an
 * answer that is written, lines from a label.
 */
@NullMarked
package unroll.ui.answers;

import org.jspecify.annotations.NullMarked;
