/** A few models that train in lock-step. */
@NullMarked
package unroll.session.race;

import org.jspecify.annotations.NullMarked;
