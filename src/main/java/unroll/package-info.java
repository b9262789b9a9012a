/** The entry point; see docs/architecture.md for the map of the rooms below. */
@NullMarked
package unroll;

import org.jspecify.annotations.NullMarked;
