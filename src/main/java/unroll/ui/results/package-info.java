/** What the last measurement found: figures, confusions, places, predictions, and the learned bigram table. */
@NullMarked
package unroll.ui.results;

import org.jspecify.annotations.NullMarked;
