/** The entry point; see docs/architecture.md for the map of the packages below. */
@NullMarked
package unroll;

import org.jspecify.annotations.NullMarked;
