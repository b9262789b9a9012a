/** A training watched in the terminal: curve, figures, newest sample, and keys to steer it. */
@NullMarked
package unroll.cli.dashboard;

import org.jspecify.annotations.NullMarked;
