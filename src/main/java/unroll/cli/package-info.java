/**
 * The command line.
 */
@NullMarked
package unroll.cli;

import org.jspecify.annotations.NullMarked;
