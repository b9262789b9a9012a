/** What of a run is kept on disk: the autosave, and snapshots to go back to. */
@NullMarked
package unroll.session.history;

import org.jspecify.annotations.NullMarked;
